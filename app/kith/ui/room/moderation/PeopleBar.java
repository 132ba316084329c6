package kith.ui.room.moderation;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

/// What stands under the people of a room: the way to its lists, where the user may see any, and
/// why the last thing they wanted is not to be.
public final class PeopleBar extends VBox {

    private final Button roles;

    /// @param open opens the lists
    public PeopleBar(ModerationViewModel model, Texts texts, Runnable open) {
        getStyleClass().add("people-bar");
        roles =
                new Button(
                        texts.say("roles.title"), new IconView(Icon.ACCOUNT_MULTIPLE_OUTLINE, 18));
        roles.getStyleClass().addAll("flat", "people-roles");
        roles.setOnAction(event -> open.run());
        roles.visibleProperty().bind(model.listsProperty().map(lists -> !lists.isEmpty()));
        roles.managedProperty().bind(roles.visibleProperty());
        var complaint = model.complaintProperty().map(Complaint::ofOther);
        var why =
                new Dismissible(
                        new ComplaintLabel(complaint, new RoleWords(texts)),
                        texts.say("roles.dismiss"),
                        model::dismissComplaint);
        getChildren().addAll(why, roles);
    }
}
