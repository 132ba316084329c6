package kith.ui.widget;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// A chip with the words of others, and a cross behind them: a click takes it away.
public final class RemovableChip extends Button {

    /// @param spoken what is read out: that it is taken away
    public RemovableChip(String words, String spoken) {
        getStyleClass().setAll("button", "chip");
        var line = new HBox(EmojiLabel.in(this, words), new IconView(Icon.CLOSE, 14));
        line.getStyleClass().add("chip-line");
        setGraphic(line);
        setAccessibleText(spoken);
    }
}
