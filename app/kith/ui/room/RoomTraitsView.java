package kith.ui.room;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import kith.model.Room;
import kith.model.RoomTraits;
import kith.ui.text.Texts;
import kith.ui.text.TraitWords;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

/// What a room is, in its details: who sees the user's address, what is kept of what is said. It
/// follows what the room says; takes no room while it says nothing.
final class RoomTraitsView extends VBox implements AutoCloseable {

    private final TraitWords words;
    private final Subscription following;

    RoomTraitsView(RoomViewModel model, Texts texts) {
        words = new TraitWords(texts);
        getStyleClass().add("room-traits");
        setAccessibleText(texts.say("room.traits"));
        following = model.roomProperty().map(Room::traits).subscribe(this::show);
    }

    @Override
    public void close() {
        following.unsubscribe();
    }

    private void show(RoomTraits traits) {
        getChildren().clear();
        for (var sentence : words.of(traits)) {
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
