package kith.ui.composer;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;

/// Makes the lines of the list above the composer.
final class SuggestionRows {

    private final Texts texts;

    SuggestionRows(Texts texts) {
        this.texts = texts;
    }

    Node row(Suggestion suggestion) {
        var row = new HBox();
        row.getStyleClass().addAll("row", "completion-row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(spoken(suggestion));
        switch (suggestion) {
            case Suggestion.Emoji(var emoji, var name) -> {
                var picture = new EmojiLabel(emoji);
                picture.getStyleClass().add("completion-emoji");
                row.getChildren().setAll(picture, new EmojiLabel(code(name)));
            }
        }
        return row;
    }

    /// What a screen reader says of it.
    String spoken(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Emoji(var emoji, var name) -> name.replace('_', ' ');
        };
    }

    private String code(String name) {
        return texts.say("composer.emoji.code", name);
    }
}
