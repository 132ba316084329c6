package kith;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.Optional;
import java.util.function.Predicate;

/// What a user sees in a window. FX thread only.
final class Shown {

    private Shown() {}

    /// The first node that is visible and as wanted.
    static Optional<Node> find(Scene scene, Predicate<Node> wanted) {
        return find(scene.getRoot(), wanted);
    }

    /// The same of a part of it.
    static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = find(child, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return wanted.test(node) ? Optional.of(node) : Optional.empty();
    }

    /// Whether this stands somewhere, and nothing else beside it.
    static boolean isShown(Scene scene, String text) {
        return find(scene, node -> isText(node, text)).isPresent();
    }

    static boolean isText(Node node, String text) {
        return text(node).equals(text);
    }

    /// By what stands on it, or what a screen reader says.
    static boolean isNamed(Node node, String text) {
        return isText(node, text) || text.equals(node.getAccessibleText());
    }

    /// What stands on it, or what a screen reader says; empty for nothing.
    static String text(Node node) {
        var shown =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text letters -> letters.getText();
                    default -> node.getAccessibleText();
                };
        return shown == null ? "" : shown;
    }
}
