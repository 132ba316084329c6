package kith.ui.timeline;

import javafx.collections.ObservableList;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineRow.NewMessages;

import org.fxmisc.flowless.VirtualFlow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Where the reader is in the timeline, and stays: at the bottom, or at the lines they look at.
///
/// Between two layouts rows may come, go and change as they like. What the last layout showed is
/// remembered here by the keys of the rows, and put back by the next.
final class ReadingPlace {

    /// Closer to the end than this counts as at the end: cells lie on whole pixels.
    private static final double NEAR = 2;

    /// Where the first new message is put, from the top, when the chat is opened.
    private static final double UPPER_QUARTER = 0.25;

    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final ObservableList<TimelineRow> rows;
    private final Runnable layout;
    private List<Anchor> anchors = List.of();
    private boolean isOpened;
    private boolean isFollowing = true;
    private boolean isPatched;
    private boolean isScrolled;

    /// Where the reader is to be taken as soon as it is there.
    private Optional<MessageKey> wanted = Optional.empty();

    /// Where they were taken in this layout.
    private Optional<MessageKey> reached = Optional.empty();

    /// @param layout lays the flow out at once, if anything has changed since it last was
    ReadingPlace(
            VirtualFlow<TimelineRow, TimelineCell> flow,
            ObservableList<TimelineRow> rows,
            Runnable layout) {
        this.flow = flow;
        this.rows = rows;
        this.layout = layout;
    }

    /// The rows have changed.
    void patched() {
        isPatched = true;
    }

    /// The reader is about to move the timeline.
    ///
    /// The flow moves from where it was laid out last. Rows that came since, and what was turned in
    /// the same frame, would be left out.
    void scrolled() {
        if (isPatched || isScrolled) {
            layout.run();
        }
        isScrolled = true;
        wanted = Optional.empty();
    }

    /// Goes to the end, and stays there.
    void follow() {
        isFollowing = true;
        isScrolled = false;
    }

    /// Goes to a message, now or once it is among the rows.
    void goTo(MessageKey message) {
        wanted = Optional.of(message);
    }

    /// The message that was gone to in this layout, once.
    OptionalInt takeReached() {
        var row = reached.map(this::find).orElseGet(OptionalInt::empty);
        reached = Optional.empty();
        return row;
    }

    boolean isFollowing() {
        return isFollowing;
    }

    /// Tells the flow what to show. Just before it is laid out.
    void beforeLayout(double height) {
        if (rows.isEmpty() || height <= 0) {
            return;
        }
        if (wanted.isPresent() && find(wanted.get()).isPresent()) {
            flow.showAtOffset(find(wanted.get()).getAsInt(), Math.floor(height * UPPER_QUARTER));
            reached = wanted;
            wanted = Optional.empty();
            isScrolled = true; // where that is, the layout will tell
        } else if (!isOpened) {
            open(height);
        } else if (isFollowing && !isScrolled) {
            flow.showAsLast(rows.size() - 1);
        } else if (isPatched && !isScrolled) {
            restore(height);
        }
        isPatched = false;
    }

    /// Remembers what the flow shows; there must be rows.
    void afterLayout(double height) {
        if (!isOpened || isScrolled) {
            isOpened = true;
            isScrolled = false;
            isFollowing = isAtEnd(height);
        }
        var seen = new ArrayList<Anchor>();
        for (int at = flow.getFirstVisibleIndex(); at <= flow.getLastVisibleIndex(); at++) {
            var row = rows.get(at);
            flow.getCellIfVisible(at)
                    .ifPresent(cell -> seen.add(new Anchor(row.key(), cell.node().getLayoutY())));
        }
        anchors = seen;
    }

    private void open(double height) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at) instanceof NewMessages) {
                flow.showAtOffset(at, Math.floor(height * UPPER_QUARTER));
                return; // whether that is the end, the layout will tell
            }
        }
        flow.showAsLast(rows.size() - 1);
    }

    /// Puts a message that was seen, and is still there, where it was: the one nearest to the
    /// middle, where the reader looks. So what grows above that, such as a picture that has come,
    /// does so upwards, and what grows below downwards. Not the first if there is another: what
    /// comes above it may put it in a group, which takes room from its upper part. Lines such as a
    /// day come and go with what is above them, and hold nothing.
    private void restore(double height) {
        var seen = anchors.stream().filter(Anchor::isMessage).toList();
        var nearest =
                seen.stream()
                        .skip(1)
                        .sorted(
                                Comparator.comparingDouble(
                                        anchor -> Math.abs(anchor.y - height / 2)));
        for (var anchor : Stream.concat(nearest, seen.stream()).toList()) {
            var at = find(anchor.key);
            if (at.isPresent()) {
                keepCells(at.getAsInt());
                flow.showAtOffset(at.getAsInt(), anchor.y);
                return;
            }
        }
    }

    /// Has the flow see where the cells that it has are now. Before it shows a row at an offset it
    /// drops all of them but those from the first in sight to that row, by what it last knew of the
    /// first: once older rows are there, that is nearly all, and each would be made again.
    private void keepCells(int at) {
        flow.show(at);
        flow.layout();
    }

    private OptionalInt find(Object key) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).key().equals(key)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isAtEnd(double height) {
        int last = rows.size() - 1;
        return flow.getLastVisibleIndex() == last
                && flow.getCellIfVisible(last)
                        .map(cell -> cell.node().getBoundsInParent().getMaxY() <= height + NEAR)
                        .orElse(false);
    }

    /// @param y of the row's upper edge in the flow
    private record Anchor(Object key, double y) {

        boolean isMessage() {
            return key instanceof MessageKey;
        }
    }
}
