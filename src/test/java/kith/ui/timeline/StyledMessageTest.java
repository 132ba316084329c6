package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;

import kith.model.Delivery;
import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a reader does with messages that are styled: selecting, copying, going to code by keyboard.
class StyledMessageTest extends TimelineFixture {

    private static final String CODE = "Look:\n```java\nint x = 1;\n\tx++;\n```";

    @Test
    void dragsFromAQuotationIntoTheAnswer() {
        talk.theirs("09:00", "> that is, is\n\nsaid the hermit");
        open();
        var flows = robot.lookup(".words").queryAll().toArray(Node[]::new);
        drag(flows[0], flows[1]);
        assertThat(selected(flows[0])).isPositive();
        assertThat(selected(flows[1])).isPositive();
        copy();
        assertThat(clipboard()).startsWith("> that").contains("\n\nsaid");
        robot.clickOn(flows[0]);
        assertThat(selected(flows[0])).isZero();
        assertThat(selected(flows[1])).isZero();
    }

    @Test
    void copiesAStyledMessageAsItWasWritten() {
        talk.theirs("09:00", CODE);
        open();
        press(KeyCode.UP);
        copy();
        assertThat(clipboard()).isEqualTo(CODE);
    }

    @Test
    void selectsAllOfAStyledMessage() {
        talk.theirs("09:00", CODE);
        open();
        robot.moveTo(".code-block .words").clickOn(MouseButton.PRIMARY);
        robot.clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        copy();
        assertThat(clipboard()).isEqualTo(CODE);
    }

    @Test
    void theButtonCopiesTheCodeAndSaysSo() {
        talk.theirs("09:00", CODE);
        open();
        robot.clickOn(".code-block .icon-button");
        assertThat(clipboard()).isEqualTo("int x = 1;\n\tx++;");
        assertThat(button().getAccessibleText()).isEqualTo("Copied");
        robot.moveTo(".timeline");
        assertThat(button().getAccessibleText()).isEqualTo("Copy code");
    }

    @Test
    void theButtonCopiesAlsoWhatIsFolded() {
        var lines = "line\n".repeat(100) + "end";
        talk.theirs("09:00", "```\n" + lines + "\n```");
        open();
        FxThread.run(() -> button().fire());
        assertThat(clipboard()).isEqualTo(lines);
    }

    @Test
    void theMenuCopiesTheCode() {
        talk.theirs("09:00", CODE);
        open();
        robot.rightClickOn(".message-text > .words");
        robot.clickOn("Copy code");
        assertThat(clipboard()).isEqualTo("int x = 1;\n\tx++;");
    }

    @Test
    void theTabKeyGoesToTheButtonsOfTheMessageTheKeyboardIsAt() {
        talk.theirs("09:00", CODE + "\n```\ntwo\n```").theirs("09:01", CODE);
        open();
        assertThat(reachable()).isZero();
        press(KeyCode.UP);
        assertThat(reachable()).isEqualTo(1);
        press(KeyCode.UP);
        assertThat(reachable()).isEqualTo(2);
        robot.type(KeyCode.TAB);
        assertThat(focusedIsButton()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(clipboard()).isEqualTo("int x = 1;\n\tx++;");
        robot.type(KeyCode.TAB);
        assertThat(focusedIsButton()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(clipboard()).isEqualTo("two");
    }

    @Test
    void codeThatIsTooWideIsScrolledSideways() {
        talk.theirs("09:00", "```\n" + "wide ".repeat(40) + "\n```");
        open();
        var bar = (ScrollBar) robot.lookup(".side-scroll > .scroll-bar").query();
        assertThat(bar.isVisible()).isTrue();
        press(KeyCode.UP);
        robot.type(KeyCode.TAB).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(bar.getValue()).isEqualTo(80);
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(bar.getValue()).isZero();
        assertThat(focusedIsButton()).isTrue();
    }

    @Test
    void codeThatFitsHasNoScrollBar() {
        talk.theirs("09:00", CODE);
        open();
        assertThat(robot.lookup(".side-scroll > .scroll-bar").query().isVisible()).isFalse();
    }

    @Test
    void anActionIsToldWithWhoDoesIt() {
        talk.theirs("09:31", "/me *waves*").mine("09:32", "/me waves back", Delivery.READ);
        open();
        assertThat(shown()).containsExactly("Layla Haddad *waves*", "mara waves back");
        assertThat(spoken())
                .containsExactly("Layla Haddad, 09:31, waves", "You, 09:32, waves back, Read");
        press(KeyCode.UP);
        copy();
        assertThat(clipboard()).isEqualTo("* mara waves back");
    }

    @Test
    void aScreenReaderSaysTheWordsWithoutDirectives() {
        talk.theirs("09:31", "> *so*\n\nit `is`");
        open();
        assertThat(spoken()).containsExactly("Layla Haddad, 09:31, so\n\nit is");
    }

    private List<String> shown() {
        return FxThread.call(
                () -> rows().stream().map(row -> row.bubble().text().letters()).toList());
    }

    private long reachable() {
        return FxThread.call(
                () ->
                        view().lookupAll(".code-block .icon-button").stream()
                                .filter(Node::isFocusTraversable)
                                .count());
    }

    private boolean focusedIsButton() {
        return FxThread.call(() -> view().getScene().getFocusOwner() instanceof Button);
    }

    private Button button() {
        return robot.lookup(".code-block .icon-button").queryButton();
    }

    private static void drag(Node from, Node to) {
        FxThread.run(
                () -> {
                    mouse(MouseEvent.MOUSE_PRESSED, from, from, 1);
                    mouse(MouseEvent.MOUSE_DRAGGED, from, to, 40);
                    mouse(MouseEvent.MOUSE_RELEASED, from, to, 40);
                });
    }

    private static void mouse(EventType<MouseEvent> type, Node target, Node place, double x) {
        Mouse.fire(type, target, place, place.localToScene(x, 8));
    }

    private static int selected(Node flow) {
        return FxThread.call(
                () ->
                        flow.lookup(".selected-words") instanceof Path path
                                ? path.getElements().size()
                                : 0);
    }
}
