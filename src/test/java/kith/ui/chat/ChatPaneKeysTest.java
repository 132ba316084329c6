package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// The keys that go through the messages while one is in the composer.
class ChatPaneKeysTest extends ChatPaneFixture {

    @Test
    void pageKeysOfTheComposerGoThroughTheMessages() {
        say(60);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().requestFocus());
        var end = shownMessages();
        robot.type(KeyCode.PAGE_UP);
        settle();
        var above = shownMessages();
        assertThat(above).isNotEqualTo(end);
        robot.type(KeyCode.PAGE_DOWN);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages().getFirst()).isEqualTo("message 0");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
        assertThat(field().isFocused()).isTrue();
    }

    @Test
    void shiftPageUpInTheComposerGoesToTheOldestUnreadMessage() {
        say(30);
        talk.unreadFromHere();
        talk.theirs("09:00", "the first that is new");
        say(30);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).doesNotContain("the first that is new");
        robot.press(KeyCode.SHIFT).type(KeyCode.PAGE_UP).release(KeyCode.SHIFT);
        settle();
        assertThat(shownMessages()).contains("the first that is new");
        assertThat(field().isFocused()).isTrue();
    }

    /// In what is written they go to its ends first, as in any field.
    @Test
    void controlHomeAndEndLeaveTheWordsOnlyFromTheirEnds() {
        say(60);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().requestFocus());
        robot.write("Lovely", 0);
        var end = shownMessages();
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(field().getCaretPosition()).isZero();
        assertThat(shownMessages()).isEqualTo(end);
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages().getFirst()).isEqualTo("message 0");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        assertThat(field().getCaretPosition()).isEqualTo(6);
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
    }
}
