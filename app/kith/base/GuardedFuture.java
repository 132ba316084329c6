package kith.base;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/// A future whose end is acted on by callbacks that nobody waits for: what one of them throws goes
/// to the guard of a lane, too, and not only into a stage that nobody looks at. Of callbacks given
/// to [#whenComplete] alone.
///
/// @param <T> what it completes with
public final class GuardedFuture<T> extends CompletableFuture<T> {

    private final Lane lane;

    /// @param lane whose guard hears what callbacks throw
    public GuardedFuture(Lane lane) {
        this.lane = lane;
    }

    /// Stages that follow are guarded as this one is.
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new GuardedFuture<>(lane);
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
        return super.whenComplete(
                (value, failure) -> {
                    try {
                        action.accept(value, failure);
                    } catch (RuntimeException | Error thrown) {
                        lane.execute(
                                () -> {
                                    throw thrown;
                                });
                        throw thrown;
                    }
                });
    }
}
