package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class UnacknowledgedTest {

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(now::get);
    private final Unacknowledged messages = new Unacknowledged(pace);

    @Test
    void inTheOrderTheyWereSentNoneIsMissing() {
        messages.sent("1", 1_000);
        messages.sent("2", 1_000);
        assertThat(messages.acknowledged("1")).isZero();
        assertThat(messages.acknowledged("2")).isZero();
        assertThat(messages.isEmpty()).isTrue();
    }

    @Test
    void whatWasPassedOverIsStillUnacknowledged() {
        messages.sent("1", 1_000);
        messages.sent("2", 1_000);
        messages.sent("3", 1_000);
        assertThat(messages.acknowledged("3")).isEqualTo(2);
        assertThat(messages.drain()).containsExactly("1", "2");
    }

    @Test
    void whatIsNotHereSaysNothing() {
        messages.sent("1", 1_000);
        messages.remove("1");
        messages.sent("2", 1_000);
        assertThat(messages.acknowledged("1")).isZero();
        assertThat(messages.drain()).containsExactly("2");
    }

    /// A line that nothing is known of may be as slow as a thousand bytes a second.
    @Test
    void whatIsOnItsWayTakesAsLongAsTheLineWasSeenToTake() {
        messages.sent("1", 1_000);
        messages.sent("2", 19_000);
        messages.sent("3", 10_000);
        assertThat(messages.way()).isEqualTo(Duration.ofSeconds(30));
        now.addAndGet(TimeUnit.SECONDS.toNanos(4));
        messages.acknowledged("1");
        assertThat(messages.way()).as("not faster than that").isEqualTo(Duration.ofSeconds(29));
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        messages.acknowledged("2");
        assertThat(messages.way()).isEqualTo(Duration.ofMillis(2_500));
        pace.begin();
        assertThat(messages.way()).as("another line").isEqualTo(Duration.ofSeconds(10));
        now.addAndGet(TimeUnit.HOURS.toNanos(1)); // without one
        pace.begin();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        messages.sent("4", 20_000);
        messages.acknowledged("3");
        assertThat(messages.way()).as("by what it was seen to do").isEqualTo(Duration.ofSeconds(2));
        messages.drain();
        assertThat(messages.way()).isZero();
    }
}
