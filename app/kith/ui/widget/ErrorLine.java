package kith.ui.widget;

import javafx.scene.control.Label;

/// The sentence that says what is wrong with what was filled in; takes no place where it is empty.
public final class ErrorLine extends Label {

    public ErrorLine() {
        getStyleClass().add("field-error");
        RightToLeft.wrap(this);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
