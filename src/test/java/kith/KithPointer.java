package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import kith.ui.fx.Dragged;
import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;
import kith.ui.fx.Wheel;
import kith.ui.timeline.TimelineView;

import java.util.function.Predicate;
import java.util.function.Supplier;

/// The pointer over somebody's window.
final class KithPointer {

    /// Out of whatever something is dragged from, in px.
    private static final double FAR = 200;

    private final KithWindow window;

    KithPointer(KithWindow window) {
        this.window = window;
    }

    /// A message that a screen reader reads like this.
    static Predicate<Node> message(String part) {
        return node ->
                node.getStyleClass().contains("message-row")
                        && KithWindow.spoken(node).contains(part);
    }

    /// The tab of a chat.
    static Predicate<Node> tab(String chat) {
        return node ->
                node.getStyleClass().contains("tab") && KithWindow.spoken(node).startsWith(chat);
    }

    /// A chat in the list.
    static Predicate<Node> chat(String name) {
        return node -> node.getStyleClass().contains("row-name") && Shown.isText(node, name);
    }

    void click(Predicate<Node> what) {
        var node = await(what);
        FxThread.run(
                () -> {
                    var middle = Mouse.middle(node);
                    Mouse.fire(MouseEvent.MOUSE_PRESSED, node, node, middle);
                    Mouse.fire(MouseEvent.MOUSE_RELEASED, node, node, middle);
                    Mouse.click(node);
                });
    }

    /// Presses the button here, moves there, and lets go.
    void drag(Predicate<Node> from, Predicate<Node> to) {
        var start = await(from);
        var end = await(to);
        FxThread.run(
                () -> {
                    Mouse.fire(MouseEvent.MOUSE_PRESSED, start, start, Mouse.middle(start));
                    Mouse.fire(MouseEvent.MOUSE_DRAGGED, start, end, nearStart(end));
                    Mouse.fire(MouseEvent.MOUSE_RELEASED, start, end, nearStart(end));
                });
    }

    /// Presses the button here, moves far down over what is there, and lets go.
    void dragOut(Predicate<Node> what) {
        var node = await(what);
        FxThread.run(
                () -> {
                    var out = Mouse.middle(node).add(0, FAR);
                    var root = node.getScene().getRoot();
                    Mouse.fire(MouseEvent.MOUSE_PRESSED, node, node, Mouse.middle(node));
                    Mouse.fire(MouseEvent.MOUSE_DRAGGED, node, root, out);
                    Mouse.fire(MouseEvent.MOUSE_RELEASED, node, root, out);
                });
    }

    /// Presses the button at the start of words, and lets it go in their middle.
    void sweep(Predicate<Node> words) {
        var node = await(words);
        FxThread.run(
                () -> {
                    Mouse.fire(MouseEvent.MOUSE_PRESSED, node, node, nearStart(node));
                    Mouse.fire(MouseEvent.MOUSE_DRAGGED, node, node, Mouse.middle(node));
                    Mouse.fire(MouseEvent.MOUSE_RELEASED, node, node, Mouse.middle(node));
                });
    }

    /// Drags something over the chat from another program, and lets it go there, when it may be.
    void drop(Supplier<Dragged> made) {
        var chat = await(TimelineView.class::isInstance);
        var dragged = FxThread.call(made::get);
        window.awaitShown("where it can be let go", () -> FxThread.call(() -> dragged.over(chat)));
        FxThread.run(() -> assertThat(dragged.drop(chat)).as("it is taken").isTrue());
    }

    /// Turns the wheel over the messages.
    ///
    /// @param pixels to scroll by, towards the oldest if positive
    void turn(double pixels) {
        var chat = await(TimelineView.class::isInstance);
        FxThread.run(() -> Wheel.turn(chat.lookup(".virtual-flow"), pixels));
    }

    /// Opens the menu of what is under the pointer, and chooses there.
    void choose(Predicate<Node> what, String command) {
        openMenu(what);
        window.chooseInMenu(command);
    }

    /// The same with clicks alone; not of what is in another menu there.
    void clickInMenu(Predicate<Node> what, String command) {
        openMenu(what);
        window.awaitInMenu(command);
        FxThread.run(() -> OpenMenus.click(command));
        window.awaitShown("no menu", () -> !window.isInMenu(command));
    }

    private void openMenu(Predicate<Node> what) {
        var node = await(what);
        FxThread.run(
                () -> {
                    var at = Mouse.middle(node);
                    var screen = node.getScene().getRoot().localToScreen(at);
                    Event.fireEvent(
                            node,
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    at.getX(),
                                    at.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    false,
                                    new PickResult(node, at.getX(), at.getY())));
                });
    }

    private Node await(Predicate<Node> what) {
        window.awaitShown("something for the pointer", () -> window.find(what).isPresent());
        return window.find(what).orElseThrow();
    }

    private static Point2D nearStart(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getMinX() + 4, bounds.getCenterY());
    }
}
