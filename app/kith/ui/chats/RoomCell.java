package kith.ui.chats;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.RowCell;

/// A room in the list: picture, name, and below it who is there or why the user is not.
final class RoomCell extends RowCell<RoomRow> {

    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

    private final Texts texts;
    private final Avatar avatar = new Avatar(36);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel note = new EmojiLabel();
    private final HBox row;

    RoomCell(Texts texts) {
        this.texts = texts;
        name.getStyleClass().add("row-name");
        note.getStyleClass().add("row-note");
        var lines = new VBox(name, note);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(avatar, lines);
        row.getStyleClass().add("row-body");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(RoomRow row) {
        var room = row.room();
        avatar.showRoom(room.name(), room.key().peer().toString());
        name.setText(room.name());
        note.setText(note(room));
        boolean isLeft = room.state() instanceof RoomState.Left;
        name.pseudoClassStateChanged(CALM, isLeft);
        setRowSelected(row.isSelected());
        setAccessibleText(room.name() + ", " + note(room));
        setGraphic(this.row);
    }

    private String note(Room room) {
        return switch (room.state()) {
            case RoomState.Joined joined -> people(room);
            case RoomState.Joining joining -> texts.say("rooms.joining");
            case RoomState.Left left -> texts.say("rooms.left");
            case RoomState.Refused refused -> texts.say("rooms.refused");
            case RoomState.Removed removed -> texts.say("rooms.removed");
        };
    }

    private String people(Room room) {
        var people = texts.count("rooms.people", room.occupants());
        return room.subject().isBlank()
                ? people
                : texts.say("rooms.peopleAndSubject", people, room.subject().strip());
    }
}
