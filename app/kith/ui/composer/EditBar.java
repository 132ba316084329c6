package kith.ui.composer;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

/// Says above the field which message is being changed, with a button that leaves it as it was.
/// Takes no room while none is.
final class EditBar extends HBox {

    private final EmojiLabel words = new EmojiLabel("");

    EditBar(ComposerViewModel model, Texts texts) {
        var title = new EmojiLabel(texts.say("composer.edit.title"));
        title.getStyleClass().add("edit-title");
        words.getStyleClass().add("edit-words");
        words.setMinWidth(0);
        var lines = new VBox(title, words);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var cancel = new IconButton(Icon.CLOSE, texts.say("composer.edit.cancel"));
        cancel.withShortcut(texts.say("composer.edit.cancel.shortcut"));
        cancel.setFocusTraversable(false); // Escape does the same
        cancel.setOnAction(_ -> model.cancelEdit());
        getStyleClass().add("edit-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new IconView(Icon.PENCIL_OUTLINE, 18), lines, cancel);
        managedProperty().bind(visibleProperty());
        model.editingProperty()
                .subscribe(
                        editing -> {
                            setVisible(editing.isPresent());
                            editing.ifPresent(it -> words.setText(OneLine.of(it.words())));
                        });
    }
}
