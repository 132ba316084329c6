package kith.session.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/// Something may be done so often at once, and then once in a while.
class AllowanceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Allowance<String> allowance = new Allowance<>(3, MINUTE);

    @Test
    void soOftenAtOnceAndThenOnceInAWhile() {
        useAll(NOON);
        assertThat(allowance.allows("Tom", NOON)).isFalse();
        assertThat(allowance.allows("Ann", NOON)).as("each has their own").isTrue();
        var later = NOON.plus(MINUTE);
        assertThat(allowance.allows("Tom", later)).isTrue();
        allowance.use("Tom", later);
        assertThat(allowance.allows("Tom", later)).isFalse();
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyWaitingForLonger() {
        useAll(NOON);
        var before = NOON.minus(Duration.ofHours(5));
        assertThat(allowance.allows("Tom", before)).isFalse();
        assertThat(allowance.allows("Tom", before.plus(MINUTE))).isTrue();
        assertThat(allowance.allows("Tom", before.plus(MINUTE.multipliedBy(3)))).isTrue();
    }

    private void useAll(Instant now) {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.allows("Tom", now)).isTrue();
            allowance.use("Tom", now);
        }
    }
}
