package kith.ui.room.moderation;

import javafx.beans.value.ObservableValue;

import kith.ui.widget.EmojiParagraph;

/// The sentence that says why the last thing is not to be; takes no room where there is none.
final class ComplaintLabel extends EmojiParagraph {

    ComplaintLabel(ObservableValue<Complaint> complaint, RoleWords words) {
        getStyleClass().addAll("field-error", "roles-complaint");
        textProperty().bind(complaint.map(words::sentence));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
