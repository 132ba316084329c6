package kith.ui.join;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.FoundRoom;
import kith.model.RoomTraits;
import kith.ui.join.RoomPreviewViewModel.Seen;
import kith.ui.text.OneLine;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.text.TraitWords;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmojiParagraph;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

/// What a room says of itself, before the user enters it; takes no room while nothing is known.
final class RoomPreviewView extends VBox {

    private static final int MAX_DESCRIPTION = 400;

    private final Texts texts;
    private final TraitWords words;

    RoomPreviewView(RoomPreviewViewModel model, Texts texts) {
        this.texts = texts;
        this.words = new TraitWords(texts);
        getStyleClass().add("room-preview");
        model.seenProperty().subscribe(this::show);
    }

    private void show(Seen seen) {
        getChildren().clear();
        switch (seen) {
            case Seen.Nothing nothing -> {}
            case Seen.Free free -> getChildren().add(line(texts.say("join.free")));
            case Seen.Room(var room) -> show(room);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private void show(FoundRoom room) {
        var traits = room.traits().orElse(RoomTraits.UNKNOWN);
        getChildren().add(head(room, traits));
        if (!traits.description().isBlank()) {
            getChildren().add(line(description(traits.description())));
        }
        for (var sentence : words.of(traits)) {
            var mark = new IconView(Icon.INFORMATION_OUTLINE, 16);
            mark.getStyleClass().add("muted");
            var text = line(sentence);
            HBox.setHgrow(text, Priority.ALWAYS);
            var row = new HBox(mark, text);
            row.getStyleClass().add("room-trait");
            getChildren().add(row);
        }
    }

    private HBox head(FoundRoom room, RoomTraits traits) {
        var picture = new Avatar(36);
        picture.showRoom(OneLine.of(room.name()), room.address().toString());
        var name = new EmojiLabel();
        name.getStyleClass().add("row-name");
        name.setText(OneLine.of(room.name()));
        var note = new EmojiLabel();
        note.getStyleClass().add("row-note");
        note.setText(note(room, traits));
        var lines = new VBox(name, note);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var head = new HBox(picture, lines);
        head.getStyleClass().add("row-body");
        return head;
    }

    private String note(FoundRoom room, RoomTraits traits) {
        var what =
                traits.subject().isBlank()
                        ? room.address().toString()
                        : OneLine.of(traits.subject());
        return traits.people().isPresent()
                ? texts.say(
                        "rooms.peopleAndSubject",
                        texts.count("rooms.people", traits.people().getAsInt()),
                        what)
                : what;
    }

    private static String description(String text) {
        var tame = TameText.of(text).strip();
        return tame.length() <= MAX_DESCRIPTION ? tame : tame.substring(0, MAX_DESCRIPTION) + "…";
    }

    private static Label line(String text) {
        var line = new EmojiParagraph(text);
        line.getStyleClass().addAll("small", "muted");
        return line;
    }
}
