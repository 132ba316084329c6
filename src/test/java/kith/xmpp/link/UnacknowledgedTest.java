package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnacknowledgedTest {

    private final Unacknowledged messages = new Unacknowledged();

    @Test
    void inTheOrderTheyWereSentNoneIsMissing() {
        messages.sent("1");
        messages.sent("2");
        assertThat(messages.acknowledged("1")).isZero();
        assertThat(messages.acknowledged("2")).isZero();
        assertThat(messages.isEmpty()).isTrue();
    }

    @Test
    void whatWasPassedOverIsStillUnacknowledged() {
        messages.sent("1");
        messages.sent("2");
        messages.sent("3");
        assertThat(messages.acknowledged("3")).isEqualTo(2);
        assertThat(messages.drain()).containsExactly("1", "2");
    }

    @Test
    void whatIsNotHereSaysNothing() {
        messages.sent("1");
        messages.remove("1");
        messages.sent("2");
        assertThat(messages.acknowledged("1")).isZero();
        assertThat(messages.drain()).containsExactly("2");
    }
}
