package kith.ui.widget;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One of several sentences below each other, each with a sign before it; it wraps.
public final class BulletLine extends HBox {

    private static final int SIGN = 18;

    public BulletLine(Icon sign, String sentence) {
        var words = new EmojiParagraph(sentence);
        words.getStyleClass().add("body");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new IconView(sign, SIGN), words);
        getStyleClass().add("bullet");
    }
}
