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

    /// Whether it may be done now.
    boolean allows(K whom, Instant now) {
        var until = free.get(whom);
        return until == null || !until.isAfter(now.plus(each.multipliedBy(atOnce - 1L)));
    }

    /// It is done. A clock that was set back keeps nobody waiting for longer than all at once.
    void use(K whom, Instant now) {
        free.values().removeIf(until -> !until.isAfter(now));
        var most = now.plus(each.multipliedBy(atOnce));
        var from = free.getOrDefault(whom, now);
        var until = from.plus(each);
        free.put(whom, until.isAfter(most) ? most : until);
    }
}
