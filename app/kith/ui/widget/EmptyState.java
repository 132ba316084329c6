package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a list or a page shows while it has nothing: one line says what goes here, one says how it
/// gets here, and at most one button does it.
public final class EmptyState extends VBox {

    /// @param what what goes here
    /// @param how how it gets here
    /// @param more at most one button, or key cap
    public EmptyState(String what, String how, Node... more) {
        getStyleClass().add("empty-state");
        var first = EmojiText.flow(what);
        first.getStyleClass().add("empty-head");
        var second = new Label(how);
        second.getStyleClass().add("empty-line");
        getChildren().addAll(first, second);
        getChildren().addAll(more);
    }
}
