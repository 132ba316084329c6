package kith.session.room;

import kith.base.Lane;
import kith.model.Refusal;
import kith.xmpp.RefusedException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/// What came of asking a room: nothing is wrong, or it said no.
final class Outcome {

    private Outcome() {}

    /// Why it was refused; empty where it was not. A failure of another kind is a bug, which goes
    /// to the guard of the lane.
    static Optional<Refusal> of(@Nullable Throwable failure, Lane core) {
        if (failure == null) {
            return Optional.empty();
        }
        var refusal = RefusedException.in(failure);
        if (refusal.isEmpty()) {
            core.execute(
                    () -> {
                        throw new CompletionException(failure);
                    });
        }
        return refusal.or(() -> Optional.of(Refusal.of(Refusal.Reason.OTHER)));
    }
}
