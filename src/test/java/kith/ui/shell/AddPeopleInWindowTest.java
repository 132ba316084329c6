package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import kith.gallery.SampleWorld;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// A chat of two becomes a group, by the keyboard alone.
class AddPeopleInWindowTest extends MainWindowFixture {

    @Test
    void peopleAreAddedWithoutTheMouse() {
        openDialog();
        assertThat(focused()).isInstanceOf(TextField.class);
        robot.write("iris@hearth.example");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(exists(".invited-people > .chip.button")).isTrue();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands())
                .singleElement()
                .asString()
                .startsWith("make PRIVATE_GROUP mara, ")
                .endsWith(", iris");
        make(new RoomMaking.Made(SampleWorld.key("k3x@rooms.hearth.example"), Set.of()));
        assertThat(window().viewModels().commands())
                .hasSize(4)
                .contains("open k3x@rooms.hearth.example")
                .last()
                .asString()
                .startsWith("invite iris@hearth.example on, ");
        assertThat(exists(".dialog-frame")).isFalse();
    }

    @Test
    void whereNoGroupIsMadeTheDialogStaysAndNothingIsLost() {
        openDialog();
        robot.write("iris@hearth.example");
        robot.type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        make(RoomMaking.failed(RoomMaking.Cause.NOT_ALLOWED, Refusal.Reason.FORBIDDEN));
        assertThat(exists(".dialog-frame")).isTrue();
        assertThat(exists(".invited-people > .chip.button")).isTrue();
        assertThat(window().viewModels().commands()).hasSize(1);
    }

    @Test
    void escapeMakesNoGroup() {
        openDialog();
        robot.write("iris@hearth.example");
        robot.type(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ESCAPE);
        settle();
        assertThat(exists(".dialog-frame")).isFalse();
        assertThat(window().viewModels().commands()).hasSize(2).last().isEqualTo("don’t make it");
    }

    private void make(RoomMaking outcome) {
        FxThread.run(() -> world.roomMade.complete(outcome));
        settle();
    }

    private void openDialog() {
        open();
        var field =
                (TextField)
                        find(node -> node instanceof TextField it && it.getContextMenu() != null);
        FxThread.run(
                () ->
                        field.getContextMenu().getItems().stream()
                                .filter(item -> "Add people…".equals(item.getText()))
                                .forEach(MenuItem::fire));
        settle();
        assertThat(exists(".dialog-frame")).isTrue();
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }
}
