package kith.ui.join;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.FoundRoom;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.text.TraitWords;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowCell;

import java.util.function.Consumer;

/// A room that was found: picture, name, below it how many people are there and what it is about,
/// and a lock where not everyone may enter.
final class FoundRoomCell extends RowCell<FoundRoom> {

    private final Consumer<FoundRoom> seen;
    private final Texts texts;
    private final TraitWords words;
    private final Avatar avatar = new Avatar(36);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel note = new EmojiLabel();
    private final IconView lock = new IconView(Icon.LOCK_OUTLINE, 18);
    private final HBox row;

    /// @param seen is told which room came in sight
    FoundRoomCell(Consumer<FoundRoom> seen, Texts texts) {
        this.seen = seen;
        this.texts = texts;
        this.words = new TraitWords(texts);
        name.getStyleClass().add("row-name");
        note.getStyleClass().add("row-note");
        lock.getStyleClass().add("muted");
        var lines = new VBox(name, note);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(avatar, lines, lock);
        row.getStyleClass().add("row-body");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(FoundRoom room) {
        var traits = room.traits().orElse(RoomTraits.UNKNOWN);
        var title = OneLine.of(room.name());
        avatar.showRoom(title, room.address().toString());
        name.setText(title);
        note.setText(note(room, traits));
        lock.setVisible(traits.is(Trait.PASSWORD) || traits.is(Trait.MEMBERS_ONLY));
        setAccessibleText(
                title + ", " + note(room, traits) + ", " + String.join(", ", words.of(traits)));
        setGraphic(row);
        seen.accept(room); // last, as what comes of it may show here at once
    }

    private String note(FoundRoom room, RoomTraits traits) {
        var about = traits.description().isBlank() ? traits.subject() : traits.description();
        var what = about.isBlank() ? room.address().toString() : OneLine.of(about);
        return traits.people().isPresent()
                ? texts.say(
                        "rooms.peopleAndSubject",
                        texts.count("rooms.people", traits.people().getAsInt()),
                        what)
                : what;
    }
}
