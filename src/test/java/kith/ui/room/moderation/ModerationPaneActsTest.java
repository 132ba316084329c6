package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.model.Refusal.Reason;
import kith.model.RoomAct;
import kith.model.RoomChange;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is done to the people in the room, asked about first or not, and refused.
class ModerationPaneActsTest extends ModerationPaneFixture {

    @Test
    void whoIsInTheRoomIsRemovedForAReason() {
        open(true);
        robot.clickOn(person("Samuel Otieno"), MouseButton.SECONDARY);
        settle();
        choose("Remove from room…");
        picture("moderation-kick");
        robot.write("off topic", 0).type(KeyCode.ENTER);
        assertThat(coop.changes).isEmpty(); // one key goes to the button, the next presses it
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.KICK, Coop.SAMUEL, "off topic")));
        assertThat(robot.lookup(".reason-prompt").tryQuery()).isEmpty();
    }

    @Test
    void escapeChangesNothing() {
        open(true);
        robot.clickOn(person("Samuel Otieno"), MouseButton.SECONDARY);
        settle();
        choose("Ban…");
        robot.write("spam", 0).type(KeyCode.ESCAPE);
        settle();
        assertThat(coop.changes).isEmpty();
        assertThat(robot.lookup(".reason-prompt").tryQuery()).isEmpty();
    }

    @Test
    void whatIsRefusedWithoutAQuestionIsSaidUnderThePeople() {
        letWriteInVain();
        assertThat(robot.lookup(".people-bar .roles-complaint").<Label>query().getText())
                .isEqualTo("The room doesn’t let you do that to paperplane.");
        picture("moderation-complaint");
    }

    @Test
    void whyAnActIsRefusedIsPutAwayWhereItIsSaid() {
        letWriteInVain();
        putAway(".people-bar");
    }

    private void letWriteInVain() {
        coop.refuse(Reason.NOT_ALLOWED);
        open(true);
        robot.clickOn(person("paperplane"), MouseButton.SECONDARY);
        settle();
        choose("Let write");
        settle();
    }
}
