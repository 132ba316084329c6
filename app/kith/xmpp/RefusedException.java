package kith.xmpp;

import kith.model.Refusal;

import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaView;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/// A request was answered with an error, or not at all.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Optional<StanzaError.Condition> condition;

    public RefusedException(Refusal refusal) {
        this(refusal, Optional.empty());
    }

    private RefusedException(Refusal refusal, Optional<StanzaError.Condition> condition) {
        super(refusal.toString(), null, false, false); // an answer, not a bug: no stack
        this.refusal = refusal;
        this.condition = condition;
    }

    /// What an answer of type error says.
    public static RefusedException by(StanzaView answer) {
        return new RefusedException(
                Refusals.in(answer),
                Optional.ofNullable(answer.getError()).map(StanzaError::getCondition));
    }

    public Refusal refusal() {
        return refusal;
    }

    /// The condition in the error that a stage failed with (RFC 6120 §8.3.3), for whoever it means
    /// more to than its reason; empty where nobody answered.
    public static Optional<StanzaError.Condition> condition(@Nullable Throwable failure) {
        return found(failure).flatMap(it -> it.condition);
    }

    /// The refusal that a stage failed with; empty where it didn't fail, or for another reason.
    public static Optional<Refusal> in(@Nullable Throwable failure) {
        return found(failure).map(RefusedException::refusal);
    }

    private static Optional<RefusedException> found(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof RefusedException refused ? Optional.of(refused) : Optional.empty();
    }
}
