package kith.ui.widget;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.text.TextFlow;

/// A button of words that others may have chosen, over as many lines as they need, with their emoji
/// as pictures. The text stays its own, for who reads it out.
///
/// A button asks its graphic for no height in the width that it has; this one does.
public final class ParagraphButton extends Button {

    private final TextFlow words;

    public ParagraphButton(String text) {
        super(text);
        words = EmojiText.paragraph(text);
        setMnemonicParsing(false);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(words);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? -1 : Math.max(0, width - besides());
        return snappedTopInset() + words.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        words.setPrefWidth(Math.max(0, getWidth() - besides()));
        super.layoutChildren();
    }

    private double besides() {
        return snappedLeftInset() + snappedRightInset();
    }
}
