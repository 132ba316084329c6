package kith;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody sees of one of their windows: it, and what has popped up over it; nothing of
/// somebody else. FX thread only.
///
/// @param stage the window
record KithSight(Window stage) {

    /// The first button of this name.
    Optional<ButtonBase> button(String text) {
        return windows()
                .map(
                        each ->
                                Shown.find(
                                        each.getScene(),
                                        node ->
                                                node instanceof ButtonBase
                                                        && Shown.isNamed(node, text)))
                .flatMap(Optional::stream)
                .map(ButtonBase.class::cast)
                .findFirst();
    }

    /// Whether words are anywhere.
    boolean has(String text) {
        return windows()
                .anyMatch(each -> Shown.find(each.getScene(), it -> hasText(it, text)).isPresent());
    }

    /// What a screen reader says of the messages in sight, from top to bottom.
    List<String> messages() {
        return spoken(".message-row");
    }

    /// What a screen reader says of the nodes in sight that a selector of CSS picks, from top to
    /// bottom.
    List<String> spoken(String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(KithSight::top))
                .map(KithWindow::spoken)
                .toList();
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private Stream<Window> windows() {
        return Window.getWindows().stream().filter(Window::isShowing).filter(this::isMine);
    }

    private boolean isMine(Window window) {
        return window.equals(stage)
                || (window instanceof PopupWindow popup && isMine(popup.getOwnerWindow()));
    }

    /// Whether words are among those of a node.
    static boolean hasText(Node node, String text) {
        return Shown.text(node).contains(text)
                || (node.getAccessibleText() != null && node.getAccessibleText().contains(text))
                || (node instanceof TextInputControl input && text.equals(input.getPromptText()));
    }
}
