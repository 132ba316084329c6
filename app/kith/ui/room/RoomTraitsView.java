package kith.ui.room;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.model.Room;
import kith.ui.text.Texts;
import kith.ui.text.TraitWords;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

/// What a room is, in its details: who sees the user's address, what is kept of what is said. It
/// follows what the room says; takes no room while it says nothing.
final class RoomTraitsView extends VBox {

    private final TraitWords words;

    RoomTraitsView(RoomViewModel model, Texts texts) {
        words = new TraitWords(texts);
        getStyleClass().add("room-traits");
        setAccessibleText(texts.say("room.traits"));
        model.roomProperty()
                .map(Room::traits)
                .subscribe(traits -> show(model.roomProperty().get()));
    }

    private void show(Room room) {
        getChildren().clear();
        for (var sentence : words.of(room.traits())) {
            var label = new Label(sentence);
            label.getStyleClass().addAll("small", "muted");
            RightToLeft.wrap(label);
            var mark = new IconView(Icon.INFORMATION_OUTLINE, 16);
            mark.getStyleClass().add("muted");
            var row = new HBox(mark, label);
            row.getStyleClass().add("room-trait");
            getChildren().add(row);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }
}
