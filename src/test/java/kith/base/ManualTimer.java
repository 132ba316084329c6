package kith.base;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A timer that a test turns by hand.
public final class ManualTimer implements Timer {

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Subscription after(Duration delay, Runnable work) {
        var entry = new Waiting(now.plus(delay), work);
        waiting.add(entry);
        return () -> waiting.remove(entry);
    }

    /// Lets time pass, and runs what was waiting for it, in order.
    public void pass(Duration time) {
        now = now.plus(time);
        for (var due = nextDue(); !due.isEmpty(); due = nextDue()) {
            waiting.remove(due.getFirst());
            due.getFirst().work.run();
        }
    }

    /// How many are waiting.
    public int waiting() {
        return waiting.size();
    }

    private List<Waiting> nextDue() {
        return waiting.stream()
                .filter(entry -> entry.at.compareTo(now) <= 0)
                .sorted((one, other) -> one.at.compareTo(other.at))
                .limit(1)
                .toList();
    }

    private record Waiting(Duration at, Runnable work) {}
}
