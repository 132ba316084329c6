package kith.xmpp.link;

import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A timer that rings when a test says so, in the order in which it was set.
final class HandTimer implements Timer {

    private final List<Runnable> set = new ArrayList<>();
    private Duration last = Duration.ZERO;

    @Override
    public Subscription after(Duration delay, Runnable work) {
        set.add(work);
        last = delay;
        return () -> set.remove(work);
    }

    /// For how long it was set last.
    Duration last() {
        return last;
    }

    boolean isSet() {
        return !set.isEmpty();
    }

    void ring() {
        set.removeFirst().run();
    }
}
