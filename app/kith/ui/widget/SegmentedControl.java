package kith.ui.widget;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/// A row of two to four words of which one is chosen, always: the lists of the sidebar, a setting
/// with few values.
///
/// One Tab stop; the arrow keys, Home and End choose.
public final class SegmentedControl extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final List<Segment> segments;
    private final ReadOnlyIntegerWrapper selectedIndex = new ReadOnlyIntegerWrapper(0);

    /// @param words the names of the segments, in order; the first is chosen
    public SegmentedControl(List<String> words) {
        getStyleClass().add("segmented");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        segments = words.stream().map(Segment::new).toList();
        segments.forEach(segment -> segment.setToggleGroup(group));
        getChildren().setAll(segments);
        select(0);
        addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
    }

    /// Which segment is chosen, counted from 0.
    public ReadOnlyIntegerProperty selectedIndexProperty() {
        return selectedIndex.getReadOnlyProperty();
    }

    /// Chooses a segment.
    public void select(int index) {
        segments.forEach(each -> each.setFocusTraversable(each == segments.get(index)));
        segments.get(index).setSelected(true);
        selectedIndex.set(index);
    }

    /// Makes each as wide as its word wants, in place of all as wide as one another.
    public SegmentedControl asWideAsWords() {
        segments.forEach(segment -> segment.setPrefWidth(USE_COMPUTED_SIZE));
        return this;
    }

    /// Gives a segment another name.
    public void setWord(int index, String word) {
        segments.get(index).setText(word);
    }

    /// The badge of a segment; empty at first.
    public Badge badge(int index) {
        return segments.get(index).badge;
    }

    private void choose(KeyEvent event) {
        int last = segments.size() - 1;
        int now = selectedIndex.get();
        int next =
                switch (arrow(event.getCode())) {
                    case LEFT -> Math.max(0, now - 1);
                    case RIGHT -> Math.min(last, now + 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        if (next >= 0) {
            select(next);
            segments.get(next).requestFocus();
            event.consume();
        }
    }

    private KeyCode arrow(KeyCode code) {
        boolean mirrored =
                getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        return switch (code) {
            case LEFT -> mirrored ? KeyCode.RIGHT : KeyCode.LEFT;
            case RIGHT -> mirrored ? KeyCode.LEFT : KeyCode.RIGHT;
            default -> code;
        };
    }

    private final class Segment extends ToggleButton {

        private final Badge badge = Badge.count();

        Segment(String word) {
            super(word);
            getStyleClass().setAll("segment");
            setAccessibleRole(AccessibleRole.TAB_ITEM);
            setGraphic(badge);
            setMinWidth(0);
            setPrefWidth(0);
            setHgrow(this, Priority.ALWAYS);
        }

        /// A click on the chosen one leaves it chosen.
        @Override
        public void fire() {
            select(segments.indexOf(this));
        }
    }
}
