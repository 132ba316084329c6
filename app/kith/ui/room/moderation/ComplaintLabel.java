package kith.ui.room.moderation;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

import kith.ui.widget.RightToLeft;

/// The sentence that says why the last thing is not to be; takes no room where there is none.
final class ComplaintLabel extends Label {

    ComplaintLabel(ObservableValue<Complaint> complaint, RoleWords words) {
        getStyleClass().addAll("field-error", "roles-complaint");
        RightToLeft.wrap(this);
        setMinHeight(USE_PREF_SIZE); // never cut
        textProperty().bind(complaint.map(words::sentence));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
