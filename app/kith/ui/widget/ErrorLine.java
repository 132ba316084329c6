package kith.ui.widget;

import javafx.scene.control.Label;

/// The sentence that says what is wrong with what was filled in, never cut; takes no place where it
/// is empty.
public final class ErrorLine extends Label {

    public ErrorLine() {
        getStyleClass().add("field-error");
        RightToLeft.wrap(this);
        setMinHeight(USE_PREF_SIZE); // what is around it gives way, such as a list of people
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
