package kith.ui.widget;

import javafx.collections.ListChangeListener;

/// Where a row is after its list has changed.
final class RowIndex {

    /// The row is in the list no more.
    static final int GONE = -1;

    private RowIndex() {}

    /// Follows a row through what is left of a change. A single row that was replaced is the same,
    /// which says something new.
    ///
    /// @param index where it was before, or [#GONE]
    /// @return where it is now, or [#GONE]
    static int after(ListChangeListener.Change<?> change, int index) {
        int now = index;
        while (now != GONE && change.next()) {
            now = afterPart(change, now);
        }
        return now;
    }

    private static int afterPart(ListChangeListener.Change<?> change, int index) {
        if (change.wasPermutated()) {
            boolean isInside = index >= change.getFrom() && index < change.getTo();
            return isInside ? change.getPermutation(index) : index;
        }
        int removed = change.getRemovedSize();
        int added = change.getAddedSize();
        if (index < change.getFrom() || (removed == 1 && added == 1)) {
            return index;
        }
        return index < change.getFrom() + removed ? GONE : index + added - removed;
    }
}
