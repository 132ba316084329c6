package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomState;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Answering from the page: what is written is sent, and what is done to messages finds them
/// wherever they are.
class ChatPaneAnsweringTest extends ChatPaneFixture {

    @Test
    void enterSendsAndTheTimelineGoesToItsEnd() {
        say(60);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.type(KeyCode.PAGE_UP);
        settle();
        FxThread.run(() -> pane().requestFocus());
        robot.write("Lovely", 0).type(KeyCode.ENTER);
        settle();
        assertThat(done).contains("send Lovely");
        assertThat(isVisible(".jump-place")).isFalse();
    }

    @Test
    void lettersTypedInTheTimelineStartAnAnswer() {
        say(3);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.write("Hi", 0);
        assertThat(field().getText()).isEqualTo("Hi");
    }

    @Test
    void deletingFromTheComposerAsksAtOurLastMessageWhereverThatIs() {
        talk.mine("08:00", "the last of ours", Delivery.DELIVERED);
        say(60);
        talk.withLastingIds();
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().requestFocus());
        assertThat(shownMessages()).doesNotContain("the last of ours");
        FxThread.run(() -> pane().retract());
        settle();
        assertThat(isVisible(".retraction-prompt")).isTrue();
        assertThat(shownMessages()).contains("the last of ours");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void reactingFromTheComposerIsToTheLastMessageOfOthersWhereverThatIs() {
        say(60);
        talk.mine("09:59", "one of ours", Delivery.DELIVERED);
        talk.withLastingIds();
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).doesNotContain("message 59");
        FxThread.run(() -> pane().react());
        settle();
        assertThat(isVisible(".emoji-picker")).isTrue();
        assertThat(shownMessages()).contains("message 59");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void whoSpokeLastIsTheFirstToBeAddressed() {
        say(1);
        talk.from("Prisca", "09:10", "one").from("Priya", "09:11", "two");
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.PARTICIPANT), someone("Prisca"), someone("Priya")));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().requestFocus());
        robot.write("pr", 0).type(KeyCode.TAB).type(KeyCode.ENTER);
        var field = field();
        assertThat(field.getText()).isEqualTo("Priya: ");
        robot.write("and @pris", 0).type(KeyCode.TAB);
        assertThat(field.getText()).isEqualTo("Priya: and @Prisca ");
        assertThat(done).isEmpty();
    }

    private static Occupant someone(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                false);
    }
}
