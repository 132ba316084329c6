package kith.xmpp;

import kith.model.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/// A request was answered with an error, or not at all.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false); // an answer, not a bug: no stack
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /// The refusal that a stage failed with; empty where it didn't fail, or for another reason.
    public static Optional<Refusal> in(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof RefusedException refused
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }
}
