package kith.ui.room.moderation;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

/// A sentence that says why something is not to be, and a button that puts it away; takes no room
/// where it is empty.
final class Dismissible extends HBox {

    Dismissible(Label sentence, String dismissName, Runnable dismiss) {
        getStyleClass().add("dismissible");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var button = new IconButton(Icon.CLOSE, 16, dismissName);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> dismiss.run());
        getChildren().addAll(sentence, button);
        visibleProperty().bind(sentence.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
