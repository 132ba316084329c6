package kith.ui.fx;

import javafx.scene.Node;

import java.util.stream.Stream;

/// Who has the keyboard in a window, or will have it when the user comes back to the window.
public final class FocusOwner {

    private FocusOwner() {}

    /// Whether a node has it or something in the node; also while the user looks at another window.
    public static boolean isWithin(Node node) {
        var scene = node.getScene();
        return scene != null
                && Stream.iterate(scene.getFocusOwner(), each -> each != null, Node::getParent)
                        .anyMatch(node::equals);
    }

    /// Whether the node itself has it.
    public static boolean is(Node node) {
        var scene = node.getScene();
        return scene != null && node.equals(scene.getFocusOwner());
    }
}
