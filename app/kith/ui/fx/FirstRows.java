package kith.ui.fx;

import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of a list that is shown for the first time, a few more with each frame until there are
/// enough to fill it, then all; from then on whatever becomes of them at once.
///
/// Cells are made, and styled, with the rows that they show first: all of them in one frame hold
/// the window up for two or three. FX thread only.
public final class FirstRows<T> {

    /// So many with each frame.
    private static final int STEP = 4;

    /// So many fill any list.
    private static final int ENOUGH = 24;

    private final ObservableList<T> source;
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ObservableList<T> shown = FXCollections.unmodifiableObservableList(rows);
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    more();
                }
            };

    /// With the first the list itself is made.
    private int count = 1;

    /// @param source all that is to be shown
    public FirstRows(ObservableList<T> source) {
        this.source = source;
        source.subscribe(this::show);
        show();
    }

    /// What to show. Read-only.
    public ObservableList<T> rows() {
        return shown;
    }

    private void show() {
        if (source.size() <= Math.max(count, STEP)) {
            rows.setAll(source);
            return;
        }
        rows.setAll(source.subList(0, count));
        frames.start();
    }

    private void more() {
        count = count + STEP <= ENOUGH ? count + STEP : Integer.MAX_VALUE;
        if (source.size() > rows.size()) {
            rows.addAll(source.subList(rows.size(), Math.min(source.size(), count)));
        }
        if (rows.size() == source.size()) {
            frames.stop();
        }
    }
}
