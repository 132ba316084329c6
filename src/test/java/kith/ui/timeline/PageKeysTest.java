package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.model.MessageKey;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Through the timeline by pages and to its ends.
class PageKeysTest extends TimelineFixture {

    @Test
    void controlHomeGoesToTheFirstMessageThatIsKept() {
        say(150);
        talk.hideOldest(50);
        open();
        press(KeyCode.HOME, KeyCode.CONTROL);
        assertThat(asked).contains("to 1970-01-01T00:00:00Z");
        talk.hideOldest(0);
        tell();
        assertThat(isInSight(1)).isTrue();
        assertThat(focused()).contains(new MessageKey(1));
    }

    @Test
    void controlEndGoesToTheNewestMessage() {
        say(150);
        open();
        press(KeyCode.HOME, KeyCode.CONTROL);
        assertThat(isInSight(150)).isFalse();
        press(KeyCode.END, KeyCode.CONTROL);
        assertThat(isInSight(150)).isTrue();
        assertThat(focused()).contains(new MessageKey(150));
    }

    @Test
    void shiftPageUpGoesToTheOldestUnreadMessage() {
        say(100);
        talk.unreadFromHere();
        say(100);
        open();
        press(KeyCode.END);
        assertThat(isInSight(101)).isFalse();
        press(KeyCode.PAGE_UP, KeyCode.SHIFT);
        assertThat(asked).contains("around 101");
        assertThat(isInSight(101)).isTrue();
        assertThat(focused()).contains(new MessageKey(101));
    }

    @Test
    void shiftPageUpStaysWhereNothingIsUnread() {
        say(100);
        open();
        var before = inSight();
        press(KeyCode.PAGE_UP, KeyCode.SHIFT);
        assertThat(inSight()).isEqualTo(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void pagesGoUpAndDown() {
        say(100);
        open();
        var before = inSight();
        press(KeyCode.PAGE_UP);
        assertThat(isInSight(100)).isFalse();
        press(KeyCode.PAGE_DOWN);
        assertThat(inSight()).isEqualTo(before);
    }

    private void press(KeyCode key, KeyCode held) {
        FxThread.run(() -> view().requestFocus());
        robot.press(held).type(key).release(held);
        settle();
    }

    private void tell() {
        FxThread.run(talk::tell);
        settle();
    }
}
