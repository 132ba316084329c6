package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

import kith.ui.timeline.TimelineRow.Retracted;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Locale;
import java.util.Optional;

/// What is left of a message that was taken back: in rooms the nick, then a sign and a sentence
/// that says so, with the time at the end; all in a dashed outline.
final class RetractedNode extends Region {

    private static final PseudoClass FOCUSED_ROW = PseudoClass.getPseudoClass("focused-row");

    /// Between the sign and the sentence, in px.
    private static final double GAP = 6;

    private final Optional<HBox> nick;
    private final IconView sign = new IconView(Icon.DELETE_OUTLINE, 16);
    private final TextFlow sentence;
    private final TimeMark time;

    RetractedNode(Retracted row, TimelineWords words) {
        nick = row.face().map(face -> BubbleNode.nick(face, words));
        sentence = EmojiText.flow(words.retracted(row));
        sentence.getStyleClass().add("retracted-words");
        time = TimeMark.of(row, words);
        getStyleClass()
                .addAll(
                        "bubble",
                        "retracted",
                        row.isMine() ? "mine" : "theirs",
                        row.place().name().toLowerCase(Locale.ROOT));
        nick.ifPresent(getChildren()::add);
        getChildren().addAll(sign, sentence, time.time());
        time.tick().ifPresent(getChildren()::add);
    }

    void setFocusedRow(boolean isFocusedRow) {
        pseudoClassStateChanged(FOCUSED_ROW, isFocusedRow);
    }

    /// How wide the bubble wants to be.
    ///
    /// @param most the room there is
    double widthWithin(double most) {
        double line = before() + Math.ceil(sentence.prefWidth(-1)) + 1 + time.width();
        double content = Math.max(line, nick.map(it -> Math.ceil(it.prefWidth(-1))).orElse(0.0));
        return Math.min(most, content + snappedLeftInset() + snappedRightInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset()
                + nick.map(it -> it.prefHeight(-1)).orElse(0.0)
                + sentenceHeight(content)
                + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double content = getWidth() - x - snappedRightInset();
        if (nick.isPresent()) {
            double height = nick.get().prefHeight(-1);
            nick.get().resizeRelocate(x, y, content, height);
            y += height;
        }
        double side = sign.minWidth(-1);
        double line = Math.ceil(sentence.prefHeight(-1));
        sign.resizeRelocate(x, y + Math.rint((line - side) / 2), side, side);
        double width = content - before() - time.width();
        sentence.resizeRelocate(x + before(), y, width, sentenceHeight(content));
        time.layout(x, x + content, y + sentenceHeight(content), false);
    }

    private double sentenceHeight(double content) {
        return Math.ceil(sentence.prefHeight(content - before() - time.width()));
    }

    private double before() {
        return sign.minWidth(-1) + GAP;
    }
}
