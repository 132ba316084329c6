package kith.ui.room;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import kith.base.Subscription;
import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Optional;

/// What only an owner can do with a room; takes no place for others. [#close] with the pane.
public final class OwnerActions extends VBox implements AutoCloseable {

    private final Optional<RoomPictureEditor> pictures;
    private final Subscription ownership;

    /// @param picture how its picture is changed; nothing is offered where there is no way
    /// @param setUp shows how the room is set up
    /// @param closeForGood asks whether the room is to end
    public OwnerActions(
            RoomViewModel model,
            Texts texts,
            Optional<RoomPictureCommands> picture,
            Runnable setUp,
            Runnable closeForGood) {
        getStyleClass().add("owner-actions");
        var settings = action(texts.say("room.setUp"), Icon.COG_OUTLINE);
        settings.setOnAction(event -> setUp.run());
        var end = action(texts.say("room.closeForGood"), Icon.DELETE_FOREVER_OUTLINE);
        end.getStyleClass().add("danger");
        end.setOnAction(event -> closeForGood.run());
        pictures = picture.map(commands -> new RoomPictureEditor(commands, texts, model.fx()));
        pictures.ifPresent(getChildren()::add);
        getChildren().addAll(settings, end);
        ownership =
                model.watchOwnership(
                        isOwner -> {
                            setVisible(isOwner);
                            setManaged(isOwner);
                        });
    }

    static Button action(String words, Icon icon) {
        var button = new Button(words, new IconView(icon, 18));
        button.getStyleClass().addAll("flat", "owner-action");
        return button;
    }

    @Override
    public void close() {
        ownership.close();
        pictures.ifPresent(RoomPictureEditor::close);
    }
}
