package kith.session.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often something may be done for each of many: so often at once, and then once in a while.
///
/// @param <K> for whom
final class Allowance<K> {

    private final int atOnce;
    private final Duration each;

    /// When each would have used up nothing any more; those who have used up nothing are left out.
    private final Map<K, Instant> free = new HashMap<>();

    /// @param atOnce at least 1
    /// @param each how long it takes until one time more is allowed
    Allowance(int atOnce, Duration each) {
        this.atOnce = atOnce;
        this.each = each;
    }

    /// Whether it may be done now. A clock that was set back keeps nobody waiting for longer than
    /// whoever has just used up all.
    boolean allows(K whom, Instant now) {
        var most = now.plus(each.multipliedBy(atOnce));
        var until = free.computeIfPresent(whom, (_, it) -> it.isAfter(most) ? most : it);
        return until == null || !until.isAfter(most.minus(each));
    }

    /// It is done, as it was allowed.
    void use(K whom, Instant now) {
        free.values().removeIf(until -> !until.isAfter(now));
        free.merge(whom, now.plus(each), (until, _) -> until.plus(each));
    }
}
