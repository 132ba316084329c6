package kith.ui.room.moderation;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Affiliated;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.RowCell;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of one of a room's lists: somebody with nick, address and the reason.
final class AffiliatedCell extends RowCell<Affiliated> {

    private final Texts texts;
    private final Avatar avatar = new Avatar(28);
    private final EmojiLabel name = new EmojiLabel();
    private final EmojiLabel note = new EmojiLabel();
    private final HBox line;

    AffiliatedCell(Texts texts) {
        this.texts = texts;
        name.getStyleClass().add("affiliated-name");
        note.getStyleClass().addAll("small", "muted");
        var words = new VBox(name, note);
        words.getStyleClass().add("affiliated-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(avatar, words);
        line.getStyleClass().add("affiliated");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(Affiliated entry) {
        var address = entry.address().toString();
        boolean isNamed = !entry.nick().isBlank();
        var shown = isNamed ? OneLine.of(entry.nick()) : address;
        var reason = OneLine.of(entry.reason());
        avatar.showPerson(shown, address);
        name.setText(shown);
        note.setText(
                Stream.of(isNamed ? address : "", reason)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(" · ")));
        note.setVisible(!note.getText().isEmpty());
        note.setManaged(note.isVisible());
        setGraphic(line);
        setAccessibleText(texts.say("roles.entry.spoken", shown, note.getText()));
    }
}
