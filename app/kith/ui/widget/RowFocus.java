package kith.ui.widget;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.FocusModel;

import org.jspecify.annotations.Nullable;

/// Which row of a list the keyboard is at: the same one while rows come, go, move and say something
/// new. The list view's own forgets a row that is replaced, and doesn't follow one that moves.
///
/// FX thread only.
final class RowFocus<T> extends FocusModel<T> {

    private final ObservableList<T> rows;

    RowFocus(ObservableList<T> rows) {
        this.rows = rows;
        rows.addListener(this::follow);
    }

    @Override
    protected int getItemCount() {
        return rows.size();
    }

    @Override
    protected @Nullable T getModelItem(int index) {
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    /// Takes it to a row; away from all of them only where there are none. The selection model that
    /// the list view was made with lives on, though replaced, until it is collected, and would take
    /// the focus away at every change.
    @Override
    public void focus(int index) {
        if (index >= 0 || rows.isEmpty()) {
            super.focus(index);
        }
    }

    private void follow(ListChangeListener.Change<? extends T> change) {
        int before = getFocusedIndex();
        if (before >= 0) {
            int now = RowIndex.after(change, before);
            focus(now == RowIndex.GONE ? successor(change, before) : now);
        }
    }

    /// Of a list that is all new the row itself, if it is there again, or the first; else the one
    /// that stands in its place.
    private int successor(ListChangeListener.Change<? extends T> change, int before) {
        change.reset();
        boolean isAllNew = change.next() && change.getAddedSize() == rows.size();
        int place = isAllNew ? Math.max(0, rows.indexOf(getFocusedItem())) : before;
        return Math.min(place, rows.size() - 1);
    }
}
