package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem.Kind;

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
            assertThat(backoff.next(Kind.CONNECTION_LOST))
                    .isLessThanOrEqualTo(Duration.ofMinutes(5));
        }
        assertThat(limits.subList(0, 10))
                .containsExactly(
                        1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 64_000L, 128_000L,
                        256_000L, 300_000L);
        assertThat(limits.getLast()).isEqualTo(300_000);
        backoff.reset();
        assertThat(backoff.next(Kind.CONNECTION_LOST)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theWaitIsAnythingUpToTheLimit() {
        RandomGenerator shortest = () -> 0;
        assertThat(new Backoff(shortest).next(Kind.CONNECTION_LOST)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whereManyFailAtOnceTheyAreSpreadOverSoLongAtLeast() {
        var limits = new ArrayList<Long>();
        var backoff = new Backoff(longest(limits));
        for (int i = 0; i < 7; i++) {
            backoff.next(Kind.SERVER_SHUTDOWN);
        }
        assertThat(limits)
                .containsExactly(30_000L, 30_000L, 30_000L, 30_000L, 30_000L, 32_000L, 64_000L);
    }

    /// The disk may be full for long (F19).
    @Test
    void whereNothingCanBeKeptItDoesNotHelpThatAllWentWellBefore() {
        var limits = new ArrayList<Long>();
        var backoff = new Backoff(longest(limits));
        for (int i = 0; i < 4; i++) {
            backoff.next(Kind.NOT_KEPT);
            backoff.reset();
        }
        assertThat(limits).containsExactly(1_000L, 2_000L, 4_000L, 8_000L);
        backoff.anew();
        backoff.next(Kind.NOT_KEPT);
        assertThat(limits).endsWith(1_000L);
    }

    /// A few returns are needed to find out which message it doesn't want (F14, F26).
    @Test
    void aServerThatThrowsUsOutAgainAndAgainIsLeftAloneForFiveMinutes() {
        RandomGenerator shortest = () -> 0;
        var backoff = new Backoff(shortest);
        for (int i = 0; i < 5; i++) {
            assertThat(backoff.next(Kind.POLICY_VIOLATION)).isZero();
            backoff.reset(); // each time something went well before
        }
        assertThat(backoff.next(Kind.POLICY_VIOLATION)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.next(Kind.CONNECTION_LOST)).isZero();
        assertThat(backoff.next(Kind.NOT_READ)).as("as where a line breaks").isZero();
        assertThat(backoff.next(Kind.POLICY_VIOLATION)).isEqualTo(Duration.ofMinutes(5));
        backoff.proved();
        assertThat(backoff.next(Kind.POLICY_VIOLATION)).isZero();
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
