package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.model.RoomAct;
import kith.model.RoomList;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The room's lists in the pane.
class ModerationPaneListsTest extends ModerationPaneFixture {

    @Test
    void theListsOpenInThePaneAndGoBack() {
        coop.list(
                RoomList.MEMBERS,
                Coop.entry(RoomList.MEMBERS, "tom@hearth.example", "Tom Okafor", ""),
                Coop.entry(RoomList.MEMBERS, "layla@birke.example", "", ""));
        open(true);
        robot.clickOn(".people-roles");
        settle();
        picture("moderation-roles");
        assertThat(segments()).containsExactly("Members 2", "Admins", "Owners", "Banned");
        coop.list(RoomList.ADMINS);
        robot.clickOn("Admins");
        settle();
        assertThat(segments()).containsExactly("Members 2", "Admins 0", "Owners", "Banned");
        picture("moderation-roles-counted");
        robot.clickOn("Members 2");
        settle();
        robot.clickOn(
                robot.from(robot.lookup(".roles-list").queryAll())
                        .lookup(".affiliated")
                        .nth(0)
                        .<Node>query(),
                MouseButton.SECONDARY);
        settle();
        choose("Remove as member…");
        robot.write("moved", 0).type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(coop.changes)
                .singleElement()
                .satisfies(
                        changes -> assertThat(changes.getFirst().act()).isEqualTo(RoomAct.UNLIST));
        robot.clickOn(".roles-top .icon-button");
        settle();
        assertThat(robot.lookup(".roles").tryQuery()).isEmpty();
        assertThat(robot.lookup(".occupants").tryQuery()).isPresent();
    }

    private List<String> segments() {
        return FxThread.call(
                () ->
                        robot.lookup(".roles .segment").<Labeled>queryAll().stream()
                                .map(Labeled::getText)
                                .toList());
    }
}
