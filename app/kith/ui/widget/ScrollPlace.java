package kith.ui.widget;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where a list is scrolled to, kept while its rows change: what is in sight stays where it is.
///
/// The list view itself keeps the number of its first row: whoever came from below to above what is
/// in sight would push all of it down. Of the rows in sight that one stays where it is that has
/// moved least among all rows, so that one that goes far away doesn't take the others with it. At
/// its top the list stays at its top: there the newest comes.
///
/// FX thread only.
final class ScrollPlace {

    /// At an end of the list the row may not get to where it was.
    private static final int MOST_LAYOUTS = 4;

    private final ListView<?> list;
    private List<Seen> seen = List.of();
    private boolean isFollowing;

    ScrollPlace(ListView<?> list) {
        this.list = list;
    }

    /// Follows the rows that were in sight at the last layout through one change of the list.
    void follow(ListChangeListener.Change<?> change) {
        if (!isFollowing) {
            isFollowing = true;
            seen = flow().map(ScrollPlace::inSight).orElse(List.of());
        }
        seen = seen.stream().map(row -> row.after(change)).filter(Seen::isThere).toList();
    }

    /// Scrolls to where they are now. At the layout that follows the changes.
    void restore() {
        isFollowing = false;
        seen.stream()
                .min(Comparator.comparingInt(Seen::distance))
                .filter(row -> row.distance() > 0)
                .ifPresent(row -> flow().ifPresent(flow -> scroll(flow, row)));
        seen = List.of();
    }

    /// The list view guesses the heights of rows that it hasn't laid out yet. Each layout makes the
    /// guess better, and moves all rows by a few pixels: so after each it is looked at again.
    private static void scroll(VirtualFlow<?> flow, Seen row) {
        flow.scrollToTop(row.now());
        flow.layout();
        for (int layout = 0; layout < MOST_LAYOUTS && off(flow, row) != 0; layout++) {
            flow.scrollPixels(off(flow, row));
            flow.layout();
        }
    }

    private static double off(VirtualFlow<?> flow, Seen row) {
        return flow.getCell(row.now()).getLayoutY() - row.y();
    }

    private static List<Seen> inSight(VirtualFlow<?> flow) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null || flow.getPosition() <= 0) {
            return List.of();
        }
        return IntStream.rangeClosed(first.getIndex(), last.getIndex())
                .mapToObj(index -> new Seen(index, index, flow.getCell(index).getLayoutY()))
                .toList();
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.of(flow)
                : Optional.empty();
    }

    /// A row that was in sight.
    ///
    /// @param before its index at the last layout
    /// @param now its index by now, or [RowIndex#GONE]
    /// @param y where it stood in what is in sight, in px
    private record Seen(int before, int now, double y) {

        Seen after(ListChangeListener.Change<?> change) {
            change.reset();
            return new Seen(before, RowIndex.after(change, now), y);
        }

        boolean isThere() {
            return now != RowIndex.GONE;
        }

        int distance() {
            return Math.abs(now - before);
        }
    }
}
