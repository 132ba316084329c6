package kith.ui.composer;

import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.emoji.EmojiHabits;
import kith.ui.widget.emoji.EmojiPicker;

/// The button that opens the emoji; those that are chosen are written where the caret is.
final class EmojiInsertion {

    private final Region owner;
    private final TextInputControl field;
    private final Texts texts;
    private final IconButton button;
    private EmojiHabits habits = EmojiHabits.unkept();

    /// @param owner of the window with the emoji
    EmojiInsertion(Region owner, TextInputControl field, Texts texts) {
        this.owner = owner;
        this.field = field;
        this.texts = texts;
        button = new IconButton(Icon.EMOTICON_OUTLINE, texts.say("emoji.insert"));
        button.setFocusTraversable(false); // there are keys for it
        button.setOnAction(event -> open());
    }

    IconButton button() {
        return button;
    }

    void setHabits(EmojiHabits newHabits) {
        habits = newHabits;
    }

    /// The field has the focus then, and keeps it.
    void open() {
        field.requestFocus();
        EmojiPicker.open(
                owner,
                button.localToScreen(button.getLayoutBounds()),
                habits,
                texts,
                true,
                field::replaceSelection);
    }
}
