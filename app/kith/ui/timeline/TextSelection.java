package kith.ui.timeline;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/// The words that are selected in one bubble of a timeline: by dragging, a word by a double click,
/// all by a triple click.
///
/// One bubble at a time, so that a cell needs nothing for it until it happens.
final class TextSelection {

    private Optional<BubbleNode> bubble = Optional.empty();
    private int anchor;
    private int start;
    private int end;

    /// The selected words; empty for none.
    String words() {
        return bubble.filter(shown -> shown.getScene() != null)
                .map(shown -> shown.text().words(start, end))
                .orElse("");
    }

    /// Whether words of this bubble are selected.
    boolean isIn(BubbleNode other) {
        return start < end && bubble.filter(shown -> shown == other).isPresent();
    }

    void clear() {
        bubble.ifPresent(shown -> shown.text().select(0, 0));
        bubble = Optional.empty();
        start = 0;
        end = 0;
    }

    void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        clear();
        bubble = bubbleAt(event.getTarget());
        if (bubble.isEmpty()) {
            return;
        }
        anchor = place(event);
        var letters = bubble.get().text().letters();
        switch (event.getClickCount()) {
            case 1 -> {}
            case 2 -> selectWord(letters);
            default -> select(0, letters.length());
        }
    }

    void dragged(MouseEvent event) {
        if (bubble.isPresent() && event.isPrimaryButtonDown()) {
            int place = place(event);
            select(Math.min(anchor, place), Math.max(anchor, place));
        }
    }

    private void selectWord(String letters) {
        if (!letters.isEmpty()) {
            var words = BreakIterator.getWordInstance(Locale.getDefault());
            words.setText(letters);
            int wordEnd = words.following(Math.min(anchor, letters.length() - 1));
            select(words.previous(), wordEnd);
        }
    }

    private void select(int from, int to) {
        start = from;
        end = to;
        bubble.ifPresent(shown -> shown.text().select(from, to));
    }

    private int place(MouseEvent event) {
        return bubble.map(shown -> shown.text().place(event.getSceneX(), event.getSceneY()))
                .orElse(0);
    }

    private static Optional<BubbleNode> bubbleAt(Object target) {
        return TimelineInput.around(target)
                .filter(BubbleNode.class::isInstance)
                .map(BubbleNode.class::cast)
                .findFirst();
    }
}
