package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

class BackoffTest {

    @Test
    void theLimitDoublesUpToFiveMinutesAndBeginsAnewAfterSuccess() {
        var limits = new ArrayList<Long>();
        var backoff = new Backoff(longest(limits));
        for (int i = 0; i < 60; i++) {
            assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
        assertThat(limits.subList(0, 10))
                .containsExactly(
                        1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 64_000L, 128_000L,
                        256_000L, 300_000L);
        assertThat(limits.getLast()).isEqualTo(300_000);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theWaitIsAnythingUpToTheLimit() {
        RandomGenerator shortest = () -> 0;
        assertThat(new Backoff(shortest).next()).isEqualTo(Duration.ZERO);
    }

    @Test
    void whereManyFailAtOnceTheyAreSpreadOverSoLongAtLeast() {
        var limits = new ArrayList<Long>();
        var backoff = new Backoff(longest(limits));
        for (int i = 0; i < 7; i++) {
            backoff.next(Duration.ofSeconds(30));
        }
        assertThat(limits)
                .containsExactly(30_000L, 30_000L, 30_000L, 30_000L, 30_000L, 32_000L, 64_000L);
    }

    /// Always the most there can be, and keeps what that was.
    private static RandomGenerator longest(List<Long> limits) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long nextLong(long bound) {
                limits.add(bound - 1);
                return bound - 1;
            }
        };
    }
}
