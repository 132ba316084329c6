package kith.ui.room;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import kith.base.Subscription;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

/// What only an owner can do with a room; takes no place for others. [#close] with the pane.
public final class OwnerActions extends VBox implements AutoCloseable {

    private final Subscription ownership;

    /// @param setUp shows how the room is set up
    /// @param closeForGood asks whether the room is to end
    public OwnerActions(
            RoomViewModel model, Texts texts, Runnable setUp, Runnable closeForGood) {
        getStyleClass().add("owner-actions");
        getChildren()
                .setAll(
                        action(texts.say("room.setUp"), Icon.COG_OUTLINE, setUp),
                        action(
                                texts.say("room.closeForGood"),
                                Icon.DELETE_FOREVER_OUTLINE,
                                closeForGood));
        getChildren().getLast().getStyleClass().add("danger");
        ownership =
                model.watchOwnership(
                        isOwner -> {
                            setVisible(isOwner);
                            setManaged(isOwner);
                        });
    }

    private static Button action(String words, Icon icon, Runnable act) {
        var button = new Button(words, new IconView(icon, 18));
        button.getStyleClass().addAll("flat", "owner-action");
        button.setOnAction(event -> act.run());
        return button;
    }

    @Override
    public void close() {
        ownership.close();
    }
}
