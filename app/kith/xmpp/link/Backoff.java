package kith.xmpp.link;

import kith.model.ConnectionProblem.Kind;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before trying again: anything up to a limit that doubles with each failure, so
/// that after an outage not everyone comes back at once ("full jitter").
final class Backoff {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 300_000;
    private static final int MAX_DOUBLINGS = 20;

    /// Over so long those are spread who come back to a server that went down: it has many clients.
    private static final Duration RUSH = Duration.ofSeconds(30);

    /// So often a server may throw us out for what we do before we stay away for long: that many it
    /// takes to find out which of a few messages it doesn't want.
    private static final int VIOLATIONS = 5;

    private static final Duration BANISHED = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private int failures;
    private int violations;
    private int unkept;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait after one more failure.
    Duration next(Kind why) {
        if (why != Kind.NOT_KEPT) {
            unkept = 0;
        }
        return switch (why) {
            case SERVER_SHUTDOWN -> next(RUSH.toMillis());
            case POLICY_VIOLATION -> violated();
            case NOT_KEPT -> notKept();
            default -> next(FIRST_MILLIS);
        };
    }

    /// That it went well until something was to be kept says nothing.
    private Duration notKept() {
        failures = Math.max(failures, unkept);
        unkept++;
        return next(FIRST_MILLIS);
    }

    private Duration violated() {
        violations++;
        var usual = next(FIRST_MILLIS);
        return violations > VIOLATIONS
                ? BANISHED.plusMillis(random.nextLong(BANISHED.toMillis() / 5))
                : usual;
    }

    /// @param least how far to spread those who failed at one moment, at least
    private Duration next(long least) {
        long doubled = FIRST_MILLIS << Math.min(failures, MAX_DOUBLINGS);
        long limit = Math.max(least, Math.min(LONGEST_MILLIS, doubled));
        failures++;
        return Duration.ofMillis(random.nextLong(limit + 1));
    }

    /// Something went well.
    void reset() {
        failures = 0;
    }

    /// Whoever has reason to says to try now: what was before is no measure.
    void anew() {
        failures = 0;
        unkept = 0;
    }

    /// All is well again: the server keeps us.
    void proved() {
        failures = 0;
        unkept = 0;
        violations = 0;
    }
}
