package kith.base;

import java.util.concurrent.Executor;

/// An order in which pieces of work run, one after the other.
///
/// Work handed in from one thread runs in the order it was handed in. A lane may be a thread of its
/// own, the toolkit's thread, or, in tests, the caller's.
public interface Lane extends Executor {

    /// Runs the work later on this lane, or at once where the lane is the caller's own thread. What
    /// the work throws goes to the lane's guard, never to the caller.
    @Override
    void execute(Runnable work);

    /// Runs the work here and now. What it throws goes to this lane's guard as if the lane had run
    /// it, for work that must not fail whoever goes on after it.
    default void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            execute(
                    () -> {
                        throw failure;
                    });
        }
    }

    /// Whether the calling thread is running work of this lane now.
    boolean isCurrent();

    /// Fails where the caller is off this lane; a bug in the caller.
    ///
    /// @throws IllegalStateException off the lane
    default void check() {
        if (!isCurrent()) {
            throw new IllegalStateException(
                    "off the lane " + this + ", on " + Thread.currentThread().getName());
        }
    }
}
