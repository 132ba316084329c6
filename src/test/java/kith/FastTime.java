package kith;

import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;

/// A time that goes faster for a Kith than for everybody else: whatever it waits for is over so
/// many times sooner, and it counts so many times more. What is slower than it allows in its own
/// time is so here as well, in less of ours.
final class FastTime implements Timer {

    private final Timer ours;
    private final int times;

    /// @param ours what a Kith has otherwise
    /// @param times how much faster it goes
    FastTime(Timer ours, int times) {
        this.ours = ours;
        this.times = times;
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        return ours.after(delay.dividedBy(times), work);
    }

    @Override
    public long nanos() {
        return ours.nanos() * times;
    }
}
