package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import kith.ui.fx.FxThread;

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
        mouse(MouseEvent.MOUSE_PRESSED, 2, 2, false);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 4, false);
        assertThat(picked()).containsExactly(2L, 3L, 4L);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 2, false);
        assertThat(picked()).as("back in one").isEmpty();
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 3, false);
        mouse(MouseEvent.MOUSE_RELEASED, 2, 3, false);
        assertThat(picked()).containsExactly(2L, 3L);
        mouse(MouseEvent.MOUSE_PRESSED, 5, 5, true);
        assertThat(picked()).containsExactly(2L, 3L, 5L);
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, false);
        assertThat(picked()).isEmpty();
    }

    /// After the pointer has picked, the keyboard is at no message.
    @Test
    void theMenuKeyOpensTheMenuOfWhatThePointerPicked() {
        say(3);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, true);
        mouse(MouseEvent.MOUSE_PRESSED, 3, 3, true);
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
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, true);
        mouse(MouseEvent.MOUSE_PRESSED, 3, 3, true);
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

    /// The robot of the headless platform holds neither a button nor a key while it moves.
    ///
    /// @param from the message that has the mouse
    /// @param at the message under the pointer
    private void mouse(EventType<MouseEvent> type, long from, long at, boolean isWithShortcut) {
        var target = bubble(from);
        var under = bubble(at);
        FxThread.run(
                () -> {
                    var place = under.localToScene(4, 4);
                    target.fireEvent(
                            new MouseEvent(
                                    type,
                                    place.getX(),
                                    place.getY(),
                                    place.getX(),
                                    place.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    isWithShortcut,
                                    false,
                                    false,
                                    type != MouseEvent.MOUSE_RELEASED,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    new PickResult(under, place.getX(), place.getY())));
                });
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
