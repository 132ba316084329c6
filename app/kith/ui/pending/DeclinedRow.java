package kith.ui.pending;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;

/// Someone whom the user invited says no.
final class DeclinedRow extends VBox {

    private final PendingViewModel model;
    private final Texts texts;
    private final EmojiLabel room = new EmojiLabel();
    private final EmojiLabel words = new EmojiLabel();
    private final Button dismiss;

    DeclinedRow(PendingViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        dismiss = new Button(texts.say("pending.invitation.dismiss"));
        dismiss.getStyleClass().add("small");
        dismiss.setFocusTraversable(false); // the list has a key for it
        getStyleClass().add("pending-row");
        room.getStyleClass().add("row-name");
        words.getStyleClass().add("row-note");
        getChildren().addAll(room, words, dismiss);
    }

    /// Shows this.
    ///
    /// @return how it is spoken
    String show(PendingRow.Declined row) {
        var declined = row.declined();
        var reason = OneLine.of(declined.reason());
        room.setText(declined.room().peer().toString());
        words.setText(
                reason.isEmpty()
                        ? texts.say("pending.invitation.declined", declined.name())
                        : texts.say("pending.invitation.declinedWhy", declined.name(), reason));
        dismiss.setOnAction(event -> model.dismiss(row));
        return texts.say("composer.command.spoken", room.getText(), words.getText());
    }
}
