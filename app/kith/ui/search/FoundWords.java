package kith.ui.search;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

import kith.model.TextRange;

import java.util.List;

/// The words of a message that was found, on two lines at most: as much round the first mark as
/// there is room for.
///
/// Where all of it needs more lines, a shorter excerpt is drawn in its place; which, only the width
/// tells.
final class FoundWords extends Region {

    private static final int LINES = 2;

    /// Below it nothing is cut any more, however narrow the list is; UTF-16 units.
    private static final int SHORTEST = 24;

    private final MarkedText whole = new MarkedText();
    private final MarkedText cut = new MarkedText();
    private String body = "";
    private List<TextRange> marks = List.of();
    private int length;

    FoundWords() {
        whole.setManaged(false);
        cut.setManaged(false);
        getChildren().setAll(whole, cut);
    }

    void show(String words, List<TextRange> marked) {
        body = words;
        marks = List.copyOf(marked);
        var excerpt = Excerpt.of(body, marks);
        length = excerpt.text().length();
        whole.show(excerpt);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + Math.ceil(whole.prefWidth(-1)) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? -1 : inside(width);
        double high = Math.min(whole.prefHeight(room), most());
        return snappedTopInset() + Math.ceil(high) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = inside(getWidth());
        boolean isWhole = fits(whole, width);
        if (!isWhole) {
            cut(width);
        }
        whole.setVisible(isWhole);
        cut.setVisible(!isWhole);
        var shown = isWhole ? whole : cut;
        shown.resizeRelocate(
                snappedLeftInset(), snappedTopInset(), width, Math.ceil(shown.prefHeight(width)));
    }

    /// Begins with what letters of the same width would need.
    private void cut(double width) {
        int longest = (int) (length * LINES * width / Math.max(1, whole.prefWidth(-1)));
        do {
            longest = Math.max(SHORTEST, longest);
            cut.show(Excerpt.of(body, marks, longest));
            cut.applyCss(); // it is measured at once
            longest -= Math.max(1, longest / 12);
        } while (!fits(cut, width) && longest >= SHORTEST);
    }

    private boolean fits(MarkedText words, double width) {
        return words.prefHeight(width) <= most() + 0.5;
    }

    /// As high as two lines like the one that would hold it all, with what is between them.
    private double most() {
        return LINES * whole.prefHeight(-1) + (LINES - 1) * whole.getLineSpacing();
    }

    private double inside(double width) {
        return Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }
}
