package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.fx.FxThread;
import kith.ui.fx.Wheel;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The bar above the message under the pointer or with the keyboard, and emoji chosen from there.
class HoverBarTest extends TimelineFixture {

    @Override
    boolean takesReplies() {
        return true;
    }

    @Test
    void standsAtTheMessageUnderThePointerAndMovesNothing() {
        talk.theirs("09:00", "a").mine("09:01", "Lovely, before lunch", Delivery.READ);
        open();
        assertThat(bar()).isEmpty();
        var before = inSight();
        robot.moveTo(bubble(1));
        var at = bounds(bar().orElseThrow());
        var bubble = bounds(bubble(1));
        assertThat(at.getMinY()).isEqualTo(bubble.getMinY() - 18, within());
        assertThat(at.getMaxX()).isEqualTo(bubble.getMaxX() - 8, within());
        robot.moveTo(bubble(0));
        assertThat(bounds(bar().orElseThrow()).getMinX())
                .as("beside the short one")
                .isEqualTo(bounds(bubble(0)).getMaxX() - 8, within());
        assertThat(inSight()).isEqualTo(before);
        robot.moveTo(outside());
        assertThat(bar()).isEmpty();
    }

    @Test
    void answersTheMessage() {
        talk.theirs("09:00", "The Arabic proof is back, and the colours are spot on");
        open();
        robot.moveTo(bubble(0));
        robot.clickOn(buttons().get(1));
        assertThat(asked).containsExactly("reply " + talk.messages().getFirst().words().get());
    }

    @Test
    void isMirroredWithTheWindow() {
        talk.mine("09:01", "Lovely, before lunch", Delivery.READ);
        open();
        FxThread.run(() -> view().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        settle();
        robot.moveTo(bubble(0));
        assertThat(bounds(bar().orElseThrow()).getMinX())
                .isEqualTo(bounds(bubble(0)).getMinX() + 8, within());
    }

    @Test
    void scrollingTakesItAwayUntilThePointerMovesAtRest() {
        say(60);
        open();
        robot.moveTo(bubble(rowCount() - 2));
        assertThat(bar()).isPresent();
        FxThread.run(this::scroll);
        assertThat(bar()).isEmpty();
        settle();
        await().untilAsserted(
                        () -> {
                            robot.moveBy(1, 0);
                            assertThat(bar()).isPresent();
                        });
    }

    @Test
    void isNotThereWhileWordsAreSelected() {
        talk.theirs("09:00", "Some words to select");
        open();
        robot.moveTo(bubble(0)).press(MouseButton.PRIMARY).moveBy(20, 0);
        assertThat(bar()).isEmpty();
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void isNotThereForWhatWasNotSent() {
        talk.mine("09:00", "a", new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        open();
        robot.moveTo(bubble(0));
        assertThat(bar()).isEmpty();
    }

    @Test
    void standsAtTheMessageThatTheKeyboardIsAt() {
        talk.theirs("09:00", "a").theirs("09:01", "b");
        open();
        press(KeyCode.UP);
        var first = bounds(bar().orElseThrow());
        press(KeyCode.UP);
        assertThat(bounds(bar().orElseThrow()).getMinY()).isLessThan(first.getMinY());
        assertThat(buttons()).noneMatch(Node::isFocusTraversable);
        press(KeyCode.ESCAPE);
        assertThat(bar()).isEmpty();
    }

    @Test
    void itsButtonPutsAnyEmojiToTheMessage() {
        talk.theirs("09:00", "a");
        open();
        robot.moveTo(bubble(0));
        robot.clickOn(buttons().getFirst());
        robot.write("turtle", 0).type(KeyCode.ENTER);
        assertThat(asked).containsExactly("react 1 🐢");
        assertThat(robot.lookup(".emoji-picker").queryAll()).isEmpty();
    }

    @Test
    void itOpensTheMenuOfTheMessage() {
        talk.theirs("09:00", "a");
        open();
        robot.moveTo(bubble(0));
        robot.clickOn(buttons().getLast());
        robot.clickOn("Copy");
        assertThat(clipboard()).isEqualTo("a");
    }

    @Test
    void theLastOfTheMenuIsAnyOtherEmoji() {
        talk.theirs("09:00", "a");
        open();
        var other = FxThread.call(() -> rows().getFirst().reactionMenu()).orElseThrow().getItems();
        assertThat(other.getLast().getText()).isEqualTo("Choose another emoji…");
        FxThread.run(other.getLast()::fire);
        robot.write("turtle", 0).type(KeyCode.ENTER);
        assertThat(asked).containsExactly("react 1 🐢");
    }

    @Test
    void keysPutAnyEmojiToTheMessageThatTheKeyboardIsAt() {
        talk.theirs("09:00", "a").theirs("09:01", "b");
        open();
        press(KeyCode.UP);
        press(KeyCode.UP);
        FxThread.run(() -> view().react());
        robot.write("turtle", 0).type(KeyCode.ESCAPE);
        press(KeyCode.DOWN);
        FxThread.run(() -> view().react());
        robot.write("turtle", 0).type(KeyCode.ENTER);
        assertThat(asked).containsExactly("react 2 🐢");
        assertThat(view().isFocused()).isTrue();
    }

    @Test
    void behindTheEmojiOfAMessageOneCanBeAdded() {
        talk.theirs("09:00", "a").react(0, "👋", talk.messages().getFirst().author());
        open();
        robot.clickOn(".add-reaction");
        robot.write("turtle", 0).type(KeyCode.ENTER);
        assertThat(asked).containsExactly("react 1 🐢");
    }

    private static Offset<Double> within() {
        return Offset.offset(1.5);
    }

    private void scroll() {
        Wheel.turn(view().lookup(".virtual-flow"), 40);
    }

    private int rowCount() {
        return FxThread.call(() -> rows().size());
    }

    private Node bubble(int row) {
        return FxThread.call(() -> rows().get(row).bubble());
    }

    private Optional<Node> bar() {
        return robot.lookup(".hover-bar").queryAll().stream().filter(Node::isVisible).findFirst();
    }

    private List<Node> buttons() {
        return List.copyOf(robot.lookup(".hover-bar > .icon-button").queryAll());
    }

    private static Bounds bounds(Node node) {
        return FxThread.call(() -> node.localToScreen(node.getLayoutBounds()));
    }

    private Point2D outside() {
        var stage = window().stage();
        return new Point2D(stage.getX() + stage.getWidth() + 50, stage.getY() + 50);
    }
}
