package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import kith.gallery.SampleWorld;
import kith.model.Chat;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Invitations by the keyboard alone: those that came, and those that are sent.
class InvitationsInWindowTest extends MainWindowFixture {

    @Test
    void enterJoinsTheRoomOfTheInvitation() {
        openTray();
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands())
                .containsExactly("accept print-sale@rooms.hearth.example");
        assertThat(exists(".pending")).isFalse();
        assertThat(focused().getAccessibleText()).isEqualTo("print-sale@rooms.hearth.example");
    }

    /// Where it shows addresses to all, or doesn't say whether it does.
    @Test
    void aRoomThatIsNotKnownToBeHarmlessIsShownBefore() {
        world.harmlessNick = CompletableFuture.completedFuture(Optional.empty());
        openTray();
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands()).isEmpty();
        assertThat(exists(".pending")).isFalse();
        assertThat(exists(".dialog-frame")).isTrue();
        assertThat(((TextField) focused()).getText()).isEqualTo("print-sale@rooms.hearth.example");
    }

    @Test
    void whoJoinsWithTheMouseWritesThereToo() {
        openTray();
        FxThread.run(() -> world.set(world.invitations, world.invitations.get().subList(1, 2)));
        settle();
        join();
        assertThat(exists(".pending")).isFalse();
        assertThat(focused().getAccessibleText()).isEqualTo("print-sale@rooms.hearth.example");
    }

    /// The room is in front already: nothing comes to the front that would take the focus.
    @Test
    void whoJoinsTheRoomThatIsShownWritesThereToo() {
        openTray();
        FxThread.run(
                () -> {
                    world.set(world.invitations, world.invitations.get().subList(1, 2));
                    window().viewModels()
                            .open(world.invitations.get().getFirst().room(), Chat.Kind.ROOM);
                });
        settle();
        join();
        assertThat(focused().getAccessibleText()).isEqualTo("print-sale@rooms.hearth.example");
    }

    private void join() {
        var button = find(node -> node instanceof Button it && "Join".equals(it.getText()));
        FxThread.run(() -> ((Button) button).fire());
        settle();
    }

    @Test
    void deleteDeclinesTheInvitationAndSendsNothingElse() {
        openTray();
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        settle();
        assertThat(window().viewModels().commands())
                .containsExactly("decline print-sale@rooms.hearth.example");
        assertThat(exists(".pending")).isTrue();
        robot.type(KeyCode.R);
        settle();
        assertThat(window().viewModels().commands()).hasSize(1); // is for messages
    }

    @Test
    void peopleAreInvitedWithoutTheMouse() {
        openDialog();
        assertThat(focused()).isInstanceOf(TextField.class);
        robot.write("layla");
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(exists(".invited-people > .chip")).isTrue();
        assertThat(focused()).isInstanceOf(TextField.class);
        robot.write("iris@hearth.example");
        robot.type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands())
                .hasSize(2)
                .anyMatch(it -> it.startsWith("invite layla@"))
                .contains("invite iris@hearth.example, ");
        assertThat(exists(".dialog-frame")).isFalse();
    }

    @Test
    void backspaceInTheEmptyFieldLeavesOutTheLast() {
        openDialog();
        robot.write("layla");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(exists(".invited-people > .chip")).isTrue();
        robot.type(KeyCode.BACK_SPACE);
        settle();
        assertThat(exists(".invited-people > .chip")).isFalse();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands()).isEmpty();
        assertThat(exists(".dialog-frame")).isTrue();
    }

    private void openTray() {
        open();
        FxThread.run(
                () -> {
                    world.set(world.invitations, SampleWorld.invited().invitations.get());
                    window().scene().getRoot().applyCss();
                });
        settle();
        var link = find(node -> node.getStyleClass().contains("footer-pending"));
        FxThread.run(() -> ((Button) link).fire());
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
                                .filter(item -> "Invite people…".equals(item.getText()))
                                .forEach(MenuItem::fire));
        settle();
        assertThat(exists(".dialog-frame")).isTrue();
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }
}
