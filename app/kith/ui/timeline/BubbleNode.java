package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.HatTag;
import kith.ui.widget.NameColors;

import java.util.Locale;
import java.util.Optional;

/// A message in its bubble: in rooms the nick, or for whom alone it is, then the words, with time
/// and tick at the end of the last line.
///
/// It is laid out by hand, because the time overlays the words and follows their direction, not the
/// window's; and because a cell with few nodes is quick to make.
final class BubbleNode extends Region {

    private static final PseudoClass FOCUSED_ROW = PseudoClass.getPseudoClass("focused-row");

    /// The time stands lower than the words, in parts of the room below them.
    private static final double TIME_ABOVE_EDGE = 0.6;

    /// Between what is answered and the answer, in px.
    private static final double QUOTE_GAP = 4;

    private final MessageText text;
    private final TimeMark time;
    private final Optional<HBox> nick;
    private final Optional<QuoteNode> quote;
    private final Optional<Hyperlink> more;
    private final Optional<AttachedNode> file;

    /// @param unfold shows more of a long text
    /// @param toQuoted goes to the message that this one answers
    /// @param file what is shown instead of the words
    BubbleNode(
            Bubble bubble,
            TimelineWords words,
            Runnable unfold,
            Runnable toQuoted,
            Optional<AttachedNode> file) {
        this.file = file;
        text =
                MessageText.of(
                        file.isPresent() ? FoldedText.of("", 1) : bubble.text(),
                        words.actor(bubble),
                        words.texts());
        text.setVisible(file.isEmpty());
        time = TimeMark.of(bubble, words);
        nick =
                PrivateMark.line(bubble, words.texts())
                        .or(() -> bubble.face().map(face -> nick(face, words)));
        quote = bubble.quote().map(it -> new QuoteNode(it, words, toQuoted));
        more =
                file.isEmpty() && bubble.text().isCut()
                        ? Optional.of(more(words, unfold))
                        : Optional.empty();
        getStyleClass()
                .addAll(
                        "bubble",
                        bubble.isMine() ? "mine" : "theirs",
                        bubble.place().name().toLowerCase(Locale.ROOT));
        if (file.filter(PictureTile.class::isInstance).isPresent()) {
            getStyleClass().add("pictured");
        }
        if (bubble.isPrivate()) {
            getStyleClass().add("private");
        }
        if (text.isJumbo() && nick.isEmpty() && quote.isEmpty()) {
            getStyleClass().add("jumbo");
        }
        nick.ifPresent(getChildren()::add);
        quote.ifPresent(getChildren()::add);
        getChildren().add(text);
        file.map(BubbleNode::region).ifPresent(getChildren()::add);
        more.ifPresent(getChildren()::add);
        getChildren().add(time.time());
        time.tick().ifPresent(getChildren()::add);
    }

    MessageText text() {
        return text;
    }

    void setFocusedRow(boolean isFocusedRow) {
        pseudoClassStateChanged(FOCUSED_ROW, isFocusedRow);
        text.setReachable(isFocusedRow);
    }

    /// How wide the bubble wants to be.
    ///
    /// @param most the room there is
    double widthWithin(double most) {
        double padding = snappedLeftInset() + snappedRightInset();
        keepTimeSpace();
        double content = Math.ceil(body().prefWidth(-1)) + 1; // a flow that just fits breaks
        if (nick.isPresent()) {
            content = Math.max(content, Math.ceil(nick.get().prefWidth(-1)));
        }
        if (quote.isPresent()) {
            content = Math.max(content, Math.ceil(quote.get().prefWidth(-1)));
        }
        if (more.isPresent()) {
            content = Math.max(content, more.get().prefWidth(-1) + time.width());
        }
        return Math.min(most, content + padding);
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = width - snappedLeftInset() - snappedRightInset();
        keepTimeSpace();
        return snappedTopInset()
                + nick.map(line -> line.prefHeight(-1)).orElse(0.0)
                + quoteHeight()
                + Math.ceil(body().prefHeight(content))
                + more.map(link -> link.prefHeight(-1)).orElse(0.0)
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
        if (quote.isPresent()) {
            quote.get().resizeRelocate(x, y, content, Math.ceil(quote.get().prefHeight(-1)));
            y += quoteHeight();
        }
        double height = Math.ceil(body().prefHeight(content));
        body().resizeRelocate(x, y, content, height);
        y += height;
        if (more.isPresent()) {
            more.get().resizeRelocate(x, y, more.get().prefWidth(-1), more.get().prefHeight(-1));
        }
        double below = Math.round(snappedBottomInset() * TIME_ABOVE_EDGE);
        double end = x + content - file.map(AttachedNode::behindTime).orElse(0.0);
        time.layout(x, end, getHeight() - below, runsAgainstWindow() && more.isEmpty());
    }

    private Region body() {
        return file.map(BubbleNode::region).orElse(text);
    }

    private static Region region(AttachedNode attached) {
        return switch (attached) {
            case FileTile tile -> tile;
            case PictureTile tile -> tile;
        };
    }

    /// With the gap to the words below.
    private double quoteHeight() {
        return quote.map(it -> Math.ceil(it.prefHeight(-1)) + QUOTE_GAP).orElse(0.0);
    }

    private boolean runsAgainstWindow() {
        return file.isEmpty() && text.directionOfLastLine() != getEffectiveNodeOrientation();
    }

    private void keepTimeSpace() {
        text.keepFree(more.isPresent() ? 0 : time.width());
        file.ifPresent(tile -> tile.keepFree(time.width()));
    }

    static HBox nick(Face face, TimelineWords words) {
        var name = new EmojiLabel(face.nick());
        name.getStyleClass().addAll("nick", "named-text");
        var line = new HBox(name);
        line.getStyleClass().add("nick-line");
        words.standing(face)
                .ifPresent(
                        standing -> {
                            var tag = new Label(standing);
                            tag.getStyleClass().add("tag");
                            tag.setMinWidth(USE_PREF_SIZE);
                            line.getChildren().add(tag);
                        });
        face.hats().stream()
                .map(hat -> new HatTag(hat.title(), hat.uri(), hat.hue()))
                .forEach(line.getChildren()::add);
        NameColors.apply(line, face.colorKey());
        return line;
    }

    private static Hyperlink more(TimelineWords words, Runnable unfold) {
        var link = new Hyperlink(words.texts().say("timeline.more"));
        link.getStyleClass().add("link-action");
        link.setFocusTraversable(false);
        link.setOnAction(event -> unfold.run());
        return link;
    }
}
