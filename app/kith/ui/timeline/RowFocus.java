package kith.ui.timeline;

import javafx.collections.ObservableList;

import kith.model.MessageKey;

import org.fxmisc.flowless.VirtualFlow;

import java.util.Optional;

/// The row the keyboard is at, which has the focus ring while the timeline has the focus.
final class RowFocus {

    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final ObservableList<TimelineRow> rows;
    private Optional<Object> key = Optional.empty();

    RowFocus(VirtualFlow<TimelineRow, TimelineCell> flow, ObservableList<TimelineRow> rows) {
        this.flow = flow;
        this.rows = rows;
    }

    /// It, if it is held.
    Optional<TimelineRow> row() {
        return index().map(rows::get);
    }

    /// Its node, if it is in sight.
    Optional<ColumnRow> node() {
        return key.flatMap(this::cell).map(TimelineCell::node);
    }

    void clear() {
        draw(false);
        key = Optional.empty();
    }

    /// Goes by a number of messages, from the newest in sight where there is no row yet.
    ///
    /// @return the index of the row it is at now; empty where there is none to go to
    Optional<Integer> move(int by) {
        int at =
                index().orElse(
                                by < 0
                                        ? flow.getLastVisibleIndex() + 1
                                        : flow.getLastVisibleIndex());
        int next = at;
        for (int steps = Math.abs(by); steps > 0; ) {
            next += Integer.signum(by);
            if (next < 0 || next >= rows.size()) {
                break;
            }
            if (canFocus(next)) {
                at = next;
                steps--;
            }
        }
        return goTo(at);
    }

    Optional<Integer> toFirst() {
        return goTo(nearest(0, 1));
    }

    Optional<Integer> toLast() {
        return goTo(nearest(rows.size() - 1, -1));
    }

    void focus(TimelineRow row) {
        focus(row.key());
    }

    /// @param rowKey of a row that is held, or will be
    void focus(Object rowKey) {
        clear();
        key = Optional.of(rowKey);
        draw(true);
    }

    /// Draws the ring, which a cell that was made anew doesn't have.
    void draw(boolean isShown) {
        node().ifPresent(row -> row.setFocusedRow(isShown));
    }

    private Optional<Integer> goTo(int index) {
        if (index < 0 || index >= rows.size() || !canFocus(index)) {
            return Optional.empty();
        }
        focus(rows.get(index));
        return Optional.of(index);
    }

    private int nearest(int from, int step) {
        int at = from;
        while (at >= 0 && at < rows.size() && !canFocus(at)) {
            at += step;
        }
        return at;
    }

    private boolean canFocus(int index) {
        return rows.get(index).key() instanceof MessageKey;
    }

    /// Which row it is; empty where it isn't held.
    Optional<Integer> index() {
        return key.flatMap(this::index);
    }

    /// Which row that is; empty where it isn't held.
    Optional<Integer> index(Object wanted) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).key().equals(wanted)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private Optional<TimelineCell> cell(Object wanted) {
        return flow.visibleCells().stream()
                .filter(cell -> cell.row().key().equals(wanted))
                .findFirst();
    }
}
