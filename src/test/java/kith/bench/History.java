package kith.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a number of sent messages has come into Kith's history, by the events it prints after
/// each commit.
///
/// @param last when the last one came, by [System#nanoTime]
/// @param lost how many never came
/// @param doubled how many came more than once
record History(long last, long lost, long doubled) {

    private static final Duration QUIET = Duration.ofSeconds(20);

    /// Waits until all are there, or nothing has come for a long while.
    ///
    /// @param sent the messages' origin-ids
    static History await(KithProcess kith, List<String> sent) {
        Set<String> awaited = new HashSet<>(sent);
        long seen = -1;
        long change = System.nanoTime();
        while (true) {
            var history = of(kith, awaited);
            long present = awaited.size() - history.lost();
            if (present != seen) {
                seen = present;
                change = System.nanoTime();
            }
            boolean isOver = System.nanoTime() - change > QUIET.toNanos() || !kith.isRunning();
            if (history.lost() == 0 || isOver) {
                return history;
            }
            pause();
        }
    }

    private static History of(KithProcess kith, Set<String> awaited) {
        Map<String, Integer> times = new HashMap<>();
        long last = 0;
        for (var event : kith.events("MessageAdded").toList()) {
            String id = event.originId();
            if (awaited.contains(id)) {
                times.merge(id, 1, Integer::sum);
                last = Math.max(last, event.at());
            }
        }
        long doubled = times.values().stream().filter(count -> count > 1).count();
        return new History(last, awaited.size() - times.size(), doubled);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while messages come", e);
        }
    }
}
