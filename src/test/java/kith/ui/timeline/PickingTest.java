package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Several messages are picked, by keyboard and mouse.
class PickingTest extends TimelineFixture {

    @Test
    void severalMessagesArePickedByTheKeyboardAndCopiedWithNamesAndTimes() {
        say(5);
        open();
        press(KeyCode.UP);
        robot.press(KeyCode.SHIFT);
        press(KeyCode.UP);
        press(KeyCode.UP);
        robot.release(KeyCode.SHIFT);
        assertThat(picked()).containsExactly(3L, 4L, 5L);
        copy();
        assertThat(List.of(clipboard().split("(?m)^\\[", -1)))
                .as("nothing before the first")
                .hasSize(4)
                .last()
                .asString()
                .matches(".+, \\d\\d:\\d\\d] .+: message number 4");
        press(KeyCode.SPACE);
        assertThat(picked()).as("all but where the keyboard is").containsExactly(4L, 5L);
        press(KeyCode.ESCAPE);
        assertThat(picked()).isEmpty();
        assertThat(focused()).as("a second one leaves").isPresent();
    }

    @Test
    void theMouseMovedFromOneMessageToAnotherPicksAllBetween() {
        say(5);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 2, 2);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 4);
        assertThat(picked()).containsExactly(2L, 3L, 4L);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 2);
        assertThat(picked()).as("back in one").isEmpty();
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 3);
        mouse(MouseEvent.MOUSE_RELEASED, 2, 3);
        assertThat(picked()).containsExactly(2L, 3L);
        mouse(MouseEvent.MOUSE_PRESSED, 5, 5, KeyCode.CONTROL);
        assertThat(picked()).containsExactly(2L, 3L, 5L);
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1);
        assertThat(picked()).isEmpty();
    }

    /// After the pointer has picked, the keyboard is at no message.
    @Test
    void theMenuKeyOpensTheMenuOfWhatThePointerPicked() {
        say(3);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, KeyCode.CONTROL);
        mouse(MouseEvent.MOUSE_PRESSED, 3, 3, KeyCode.CONTROL);
        var view = view();
        FxThread.run(
                () ->
                        view.fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        0,
                                        0,
                                        0,
                                        0,
                                        true,
                                        null)));
        settle();
        robot.clickOn("Copy 2 messages");
        settle();
        assertThat(clipboard()).isEqualTo("message number 0\nof two lines\nmessage number 2");
    }

    @Test
    void theMenuOfPickedMessagesCopiesThemAll() {
        say(3);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, KeyCode.CONTROL);
        mouse(MouseEvent.MOUSE_PRESSED, 3, 3, KeyCode.CONTROL);
        robot.rightClickOn(bubble(3));
        settle();
        robot.clickOn("Copy 2 messages");
        settle();
        assertThat(clipboard()).isEqualTo("message number 0\nof two lines\nmessage number 2");
        robot.rightClickOn(bubble(2));
        settle();
        robot.clickOn("Copy with name and time");
        settle();
        assertThat(clipboard()).matches("\\[.+, \\d\\d:\\d\\d] .+: .+");
    }

    /// @param from the message that has the mouse
    /// @param at the message under the pointer
    private void mouse(EventType<MouseEvent> type, long from, long at, KeyCode... held) {
        var target = bubble(from);
        var under = bubble(at);
        FxThread.run(() -> Mouse.fire(type, target, under, under.localToScene(4, 4), held));
        settle();
    }

    private Node bubble(long message) {
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(row -> row.row().message().row() == message)
                                .findFirst()
                                .orElseThrow()
                                .bubble());
    }

    private List<Long> picked() {
        var picked = PseudoClass.getPseudoClass("picked");
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(row -> row.getPseudoClassStates().contains(picked))
                                .map(row -> row.row().message().row())
                                .toList());
    }
}
