package kith.xmpp.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: anything up to a limit that doubles with each failure, so
/// that after an outage not everyone comes back at once ("full jitter").
final class Backoff {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 300_000;
    private static final int MAX_DOUBLINGS = 20;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait after one more failure.
    Duration next() {
        return next(Duration.ofMillis(FIRST_MILLIS));
    }

    /// The same where many fail at one moment.
    ///
    /// @param least how far to spread them at least
    Duration next(Duration least) {
        long doubled = FIRST_MILLIS << Math.min(failures, MAX_DOUBLINGS);
        long limit = Math.max(least.toMillis(), Math.min(LONGEST_MILLIS, doubled));
        failures++;
        return Duration.ofMillis(random.nextLong(limit + 1));
    }

    /// All is well again.
    void reset() {
        failures = 0;
    }
}
