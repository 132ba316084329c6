package kith.ui.fx;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import java.util.Optional;
import java.util.Set;

/// A mouse over nodes, also over such as are in no window. The robot of the headless platform needs
/// one, and holds neither a button nor a key while it moves. FX thread only.
public final class Mouse {

    private static final Set<EventType<MouseEvent>> HELD =
            Set.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED);

    private Mouse() {}

    /// The pointer comes to a node.
    public static void enter(Node node) {
        fire(MouseEvent.MOUSE_ENTERED, MouseButton.NONE, node, node, middle(node), Set.of());
    }

    /// A click on a node with the left button, of which it hears when the button is up again.
    ///
    /// @param held the keys that are down: [KeyCode#SHIFT], [KeyCode#CONTROL]
    public static void click(Node node, KeyCode... held) {
        fire(MouseEvent.MOUSE_CLICKED, node, node, middle(node), held);
    }

    /// The left button is pressed, let go or moved with.
    ///
    /// @param target who hears of it: as long as the button is down, the node it was pressed on
    /// @param under what is under the pointer by now
    /// @param at where the pointer is, in the scene
    /// @param held the keys that are down: [KeyCode#SHIFT], [KeyCode#CONTROL]
    public static void fire(
            EventType<MouseEvent> type, Node target, Node under, Point2D at, KeyCode... held) {
        fire(type, MouseButton.PRIMARY, target, under, at, Set.of(held));
    }

    /// The middle of a node, in its scene.
    public static Point2D middle(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static void fire(
            EventType<MouseEvent> type,
            MouseButton button,
            Node target,
            Node under,
            Point2D at,
            Set<KeyCode> held) {
        var screen = Optional.ofNullable(target.localToScreen(target.sceneToLocal(at))).orElse(at);
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        button,
                        button == MouseButton.NONE ? 0 : 1,
                        held.contains(KeyCode.SHIFT),
                        held.contains(KeyCode.CONTROL),
                        false,
                        false,
                        HELD.contains(type),
                        false,
                        false,
                        false,
                        false,
                        type != MouseEvent.MOUSE_DRAGGED && under.equals(target),
                        new PickResult(under, at.getX(), at.getY())));
    }
}
