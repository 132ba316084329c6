package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

import kith.ui.timeline.TimelineRow.Retracted;
import kith.ui.timeline.TimelineRow.Unreadable;
import kith.ui.timeline.TimelineRow.Wordless;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Locale;
import java.util.Optional;

/// A message that was taken back or can't be read: in rooms the nick, then a sign and a sentence
/// that says so, with the time at the end; all in a dashed outline. Why one can't be read is said
/// in the sentence's place when one asks.
final class WordlessNode extends Region {

    private static final PseudoClass FOCUSED_ROW = PseudoClass.getPseudoClass("focused-row");

    /// Between the sign and the sentence, in px.
    private static final double GAP = 6;

    private final Optional<HBox> nick;
    private final IconView sign;
    private final TextFlow sentence;
    private final TimeMark time;

    WordlessNode(Wordless row, TimelineWords words) {
        nick = row.face().map(face -> BubbleNode.nick(face, words));
        sentence = EmojiText.flow(words.sentence(row));
        sentence.getStyleClass().add("wordless-words");
        time = TimeMark.of(row, words);
        sign =
                switch (row) {
                    case Retracted _ -> new IconView(Icon.DELETE_OUTLINE, 16);
                    case Unreadable unreadable -> {
                        sentence.getChildren().add(why(unreadable, words));
                        var lock = new IconView(Icon.LOCK_ALERT_OUTLINE, 16);
                        lock.getStyleClass().add("unreadable-sign");
                        yield lock;
                    }
                };
        getStyleClass()
                .addAll(
                        "bubble",
                        "wordless",
                        row.isMine() ? "mine" : "theirs",
                        row.place().name().toLowerCase(Locale.ROOT));
        nick.ifPresent(getChildren()::add);
        getChildren().addAll(sign, sentence, time.time());
        time.tick().ifPresent(getChildren()::add);
    }

    private Node why(Unreadable row, TimelineWords words) {
        var why = new Hyperlink(words.askWhy());
        why.getStyleClass().add("link-action");
        why.setFocusTraversable(false); // the timeline is one stop; a screen reader says it at once
        why.setAlignment(Pos.BASELINE_CENTER);
        why.setOnAction(event -> sayWhy(words.whyUnreadable(row.method())));
        return why;
    }

    private void sayWhy(String reason) {
        sentence.getChildren().setAll(EmojiText.flow(reason).getChildren());
        requestLayout();
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
