package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import kith.gallery.SampleWorld;
import kith.model.MessageKey;
import kith.ui.fx.FxThread;
import kith.ui.widget.RowList;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The list of what nobody has yet, opened from the footer and used with the keyboard.
class PendingPopoverTest extends MainWindowFixture {

    @Test
    void theFooterSaysWhatNobodyHasAndIsSilentWhereEverybodyHasAll() {
        open();
        assertThat(isShown(button())).isFalse();
        show();
        assertThat(button().getText()).isEqualTo("3 not sent");
        assertThat(button().getAccessibleText()).isEqualTo("3 not sent, 3 waiting");
        FxThread.run(() -> world.set(world.pending, SampleWorld.offline().pending.get()));
        assertThat(button().getText()).isEqualTo("2 waiting");
        assertThat(button().getAccessibleText()).isEqualTo("2 waiting");
        FxThread.run(() -> world.set(world.pending, List.of()));
        assertThat(isShown(button())).isFalse();
    }

    @Test
    void deleteTakesBackAndEnterOpensTheChat() {
        open();
        show();
        robot.clickOn(button());
        assertThat(exists(".pending")).isTrue();
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        settle();
        assertThat(window().viewModels().commands()).containsExactly("take back " + key(0).row());
        robot.type(KeyCode.R);
        settle();
        assertThat(window().viewModels().commands()).endsWith("send again " + key(0).row());
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands().getLast())
                .startsWith("open CONTACT layla@cedar.example");
        assertThat(exists(".pending")).isFalse();
    }

    @Test
    void itClosesWhenNothingIsLeftAndTheFocusIsWhereItWas() {
        open();
        show();
        robot.clickOn(button());
        assertThat(focused()).isInstanceOf(RowList.class);
        FxThread.run(() -> world.set(world.pending, List.of()));
        settle();
        assertThat(exists(".pending")).isFalse();
        assertThat(focused())
                .isInstanceOf(RowList.class)
                .satisfies(list -> assertThat(list.getScene()).isNotNull())
                .satisfies(list -> assertThat(name(list)).isEqualTo("Chats"));
    }

    @Test
    void everythingInItHasAName() {
        open();
        show();
        robot.clickOn(button());
        settle();
        var list = FxThread.call(() -> window().scene().getRoot().lookup(".pending"));
        assertThat(FxThread.call(() -> nodes(list).filter(Node::isFocusTraversable).toList()))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(name(node)).isNotBlank());
    }

    private void show() {
        FxThread.run(() -> world.set(world.pending, SampleWorld.pending().pending.get()));
        settle();
    }

    private MessageKey key(int index) {
        return world.pending.get().get(index).key();
    }

    private Button button() {
        return (Button) FxThread.call(() -> window().scene().getRoot().lookup(".footer-pending"));
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }
}
