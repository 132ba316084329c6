package kith.ui.widget;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/// A tooltip of one line that has other people's words in it, with their emoji as pictures. The
/// text stays its own, for who reads it out.
public final class EmojiTooltip extends Tooltip {

    public EmojiTooltip(String text) {
        super(text);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var words = new EmojiLabel();
        words.getStyleClass().add("tooltip-words");
        words.textProperty().bind(textProperty());
        setGraphic(words);
    }
}
