package kith.ui.timeline;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineRow.Wordless;
import kith.ui.widget.Avatar;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The row of a message that was taken back or can't be read: a bubble without words on its side,
/// beside it the author's picture. Nothing can be done with it but to see what is known of it.
final class WordlessRow extends ColumnRow {

    private final Wordless row;
    private final TimelineWords words;
    private final WordlessNode bubble;
    private final Optional<Avatar> avatar;
    private final BooleanSupplier isNarrow;

    WordlessRow(Wordless row, TimelineWords words, boolean inRoom, BooleanSupplier isNarrow) {
        super("wordless-row");
        this.row = row;
        this.words = words;
        this.isNarrow = isNarrow;
        bubble = new WordlessNode(row, words);
        avatar = row.face().map(face -> BubbleRow.avatar(face, words));
        getStyleClass().addAll("said-row", row.place().isStart() ? "starts-group" : "in-group");
        if (inRoom && !row.isMine()) {
            getStyleClass().add("beside-avatar");
        }
        avatar.ifPresent(getChildren()::add);
        getChildren().add(bubble);
    }

    MessageKey message() {
        return row.message();
    }

    @Override
    void setFocusedRow(boolean isFocusedRow) {
        bubble.setFocusedRow(isFocusedRow);
    }

    @Override
    Node menuAnchor() {
        return bubble;
    }

    @Override
    double contentHeight(double width) {
        return bubble.prefHeight(bubbleWidth(width));
    }

    @Override
    void layoutContent(double x, double y, double width) {
        double bubbleWidth = bubbleWidth(width);
        double start = row.isMine() ? x + width - bubbleWidth : x;
        bubble.resizeRelocate(start, y, bubbleWidth, bubble.prefHeight(bubbleWidth));
        if (avatar.isPresent()) {
            BubbleRow.place(avatar.get(), x, y);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? words.spoken(row)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private double bubbleWidth(double column) {
        double most = BubbleRow.most(column, isNarrow.getAsBoolean());
        double widest = bubble.getMaxWidth();
        return bubble.widthWithin(widest > 0 ? Math.min(most, widest) : most);
    }
}
