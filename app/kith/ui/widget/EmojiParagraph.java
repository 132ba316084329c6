package kith.ui.widget;

import javafx.scene.control.Label;
import javafx.scene.control.Skin;

/// A sentence with words of others in it, over as many lines as it needs, in any script and with
/// emoji as pictures; see [EmojiLabel] for one line.
///
/// Styled as a `Label`. It has no graphic, and no line of it is cut.
public class EmojiParagraph extends Label {

    public EmojiParagraph() {
        this("");
    }

    @SuppressWarnings("this-escape") // to the toolkit's own setter, which is final
    public EmojiParagraph(String text) {
        super(text);
        setWrapText(true); // or its height would not go by its width
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new EmojiParagraphSkin(this);
    }
}
