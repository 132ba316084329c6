package kith.base;

import java.time.Duration;

/// Wakes the core lane after a while. A test passes one that it turns by hand.
@FunctionalInterface
public interface Timer {

    /// Runs the work on the core lane after the delay, unless the subscription is closed before;
    /// closed on the core lane, the work never runs.
    Subscription after(Duration delay, Runnable work);

    /// How much of the same time has passed since some moment, in nanoseconds. Nobody sets it, as
    /// they may set a clock. Any thread.
    default long nanos() {
        return System.nanoTime();
    }
}
