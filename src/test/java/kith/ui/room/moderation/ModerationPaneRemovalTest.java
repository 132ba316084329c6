package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Removing what others have said.
class ModerationPaneRemovalTest extends ModerationPaneFixture {

    @Test
    void messagesOfOthersAreRemoved() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        talk.namedByTheRoom();
        open(false);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        picture("moderation-message-menu");
        choose("Remove for everyone…");
        picture("moderation-remove");
        robot.write("spam", 0).type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(coop.removed).hasSize(1).first().asString().endsWith("] spam");
    }

    @Test
    void severalMessagesAreRemovedAtOnceAndARefusalIsSaid() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        coop.refuse(Reason.FORBIDDEN);
        talk.namedByTheRoom();
        open(false);
        FxThread.run(() -> robot.lookup(".timeline").query().requestFocus());
        robot.type(KeyCode.UP, KeyCode.UP);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        choose("Remove 2 for everyone…");
        robot.type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(robot.lookup(".reason-prompt .field-error").<Label>query().getText())
                .isEqualTo("Only moderators may remove what others say in this room.");
        assertThat(coop.removed).hasSize(1);
    }

    @Test
    void nobodyElseIsOfferedToRemoveMessages() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        coop.with(Role.PARTICIPANT, Affiliation.MEMBER);
        talk.namedByTheRoom();
        open(false);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        assertThat(menu()).noneMatch(item -> "Remove for everyone…".equals(item.getText()));
    }

    private Node bubble(String words) {
        return robot.lookup(".bubble").queryAll().stream()
                .filter(
                        node ->
                                node.lookupAll(".text").stream()
                                        .anyMatch(
                                                it ->
                                                        it instanceof Text text
                                                                && text.getText().contains(words)))
                .findFirst()
                .orElseThrow();
    }
}
