package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/// What a reader does with one message: goes to it, copies it, opens its links.
class ReadingTest extends TimelineFixture {

    @Test
    void arrowsGoFromMessageToMessage() {
        say(50);
        open();
        press(KeyCode.UP);
        assertThat(focused()).contains(new MessageKey(50));
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(focused()).contains(new MessageKey(48));
        press(KeyCode.DOWN);
        assertThat(focused()).contains(new MessageKey(49));
    }

    @Test
    void arrowsBringTheirMessageIntoSight() {
        say(50);
        open();
        for (int i = 0; i < 30; i++) {
            press(KeyCode.UP);
        }
        assertThat(focused()).contains(new MessageKey(21));
        assertThat(isInSight(21)).isTrue();
    }

    @Test
    void escapeLeaves() {
        say(3);
        open();
        view().onLeave(() -> asked.add("leave"));
        press(KeyCode.UP);
        press(KeyCode.ESCAPE);
        assertThat(asked).contains("leave");
        assertThat(focused()).isEmpty();
    }

    @Test
    void copiesTheFocusedMessageWhole() {
        var text = "long ".repeat(1_000) + "end";
        talk.theirs("09:00", text);
        open();
        press(KeyCode.UP);
        copy();
        assertThat(clipboard()).isEqualTo(text);
    }

    @Test
    void copiesTheWordThatWasClickedTwice() {
        talk.theirs("09:00", "Lovely");
        open();
        robot.doubleClickOn(".message-text");
        copy();
        assertThat(clipboard()).isEqualTo("Lovely");
    }

    @Test
    void copiesEmojiAmongTheSelectedWords() {
        talk.theirs("09:00", "spot on 🎉 indeed");
        open();
        robot.moveTo(".message-text").clickOn(MouseButton.PRIMARY);
        robot.clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        copy();
        assertThat(clipboard()).isEqualTo("spot on 🎉 indeed");
    }

    @Test
    void opensALinkThatIsClicked() {
        talk.theirs("09:00", "https://hearth.example/a");
        open();
        robot.clickOn(".link");
        assertThat(asked).contains("open https://hearth.example/a");
    }

    @Test
    void theDayAboveTheMessagesLeadsToAnother() {
        talk.on(Talk.TODAY.minusDays(1));
        say(100);
        talk.on(Talk.TODAY).theirs("09:00", "today");
        open();
        assertThat(isInSight(1)).isFalse();
        robot.clickOn(".day-button");
        settle();
        robot.clickOn(cell(Talk.TODAY.withDayOfMonth(1)));
        settle();
        assertThat(asked).contains("to " + Talk.TODAY.withDayOfMonth(1) + "T00:00:00Z");
        assertThat(isInSight(1)).isTrue();
    }

    @Test
    void theCalendarIsUsedFromTheKeyboard() {
        talk.on(Talk.TODAY).theirs("09:00", "today");
        open();
        robot.clickOn(".day-button");
        settle();
        robot.type(KeyCode.LEFT);
        settle();
        assertThat(asked).as("on the way").noneMatch(each -> each.startsWith("to "));
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(asked).contains("to " + Talk.TODAY.minusDays(1) + "T00:00:00Z");
        robot.clickOn(".day-button");
        settle();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".date-picker-popup").tryQuery()).isEmpty();
    }

    @Test
    void theMenuTellsWhatIsKnownOfAMessageAndWhatItSaidBefore() {
        talk.theirs("09:00", "friday");
        versions = new Talk("layla@hearth.example").theirs("09:00", "thursday").messages();
        open();
        robot.rightClickOn(".message-text");
        robot.clickOn("Details");
        settle();
        assertThat(asked).contains("versions 1");
        robot.clickOn("layla@hearth.example");
        assertThat(clipboard()).isEqualTo("layla@hearth.example");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("layla@hearth.example").tryQuery()).isEmpty();
    }

    @Test
    void offersToSendAgainWhatFailed() {
        talk.mine("09:00", "a", new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        open();
        robot.clickOn("Retry");
        robot.clickOn("Delete");
        assertThat(asked).containsExactly("retry 1", "discard 1");
    }

    @Test
    void saysEachMessageToAScreenReader() {
        talk.theirs("09:31", "Lovely").mine("09:32", "Thanks", Delivery.DELIVERED);
        open();
        assertThat(spoken())
                .containsExactly("Layla Haddad, 09:31, Lovely", "You, 09:32, Thanks, Delivered");
    }

    private Node cell(LocalDate day) {
        return robot.lookup(node -> node instanceof DateCell cell && day.equals(cell.getItem()))
                .query();
    }
}
