package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.List;

/// A tooltip that has other people's words in it, with their emoji as pictures; none of its lines
/// is broken. The text stays its own, for who reads it out.
public final class EmojiTooltip extends Tooltip {

    public EmojiTooltip(List<String> lines) {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        show(lines);
    }

    /// Says something else from now on.
    void show(List<String> lines) {
        setText(String.join("\n", lines));
        setGraphic(
                lines.size() == 1
                        ? words(lines.getFirst())
                        : new VBox(lines.stream().map(EmojiTooltip::words).toArray(Node[]::new)));
    }

    private static EmojiLabel words(String line) {
        var words = new EmojiLabel(line);
        words.getStyleClass().add("tooltip-words");
        return words;
    }
}
