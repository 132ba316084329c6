package kith.ui.timeline;

import javafx.collections.ObservableList;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineRow.Bubble;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The messages that the reader has picked, to do one thing with all of them.
final class Picks {

    private final ObservableList<TimelineRow> rows;
    private final Set<MessageKey> picked = new LinkedHashSet<>();

    /// Where a range begins.
    private Optional<MessageKey> anchor = Optional.empty();

    /// @param rows those of the timeline, oldest first
    Picks(ObservableList<TimelineRow> rows) {
        this.rows = rows;
    }

    boolean isEmpty() {
        return picked.isEmpty();
    }

    boolean has(Object key) {
        return key instanceof MessageKey message && picked.contains(message);
    }

    /// The picked messages that are held, oldest first.
    List<Bubble> messages() {
        return rows.stream()
                .filter(Bubble.class::isInstance)
                .map(Bubble.class::cast)
                .filter(row -> picked.contains(row.message()))
                .toList();
    }

    /// Picks a message, or leaves one that is picked; a range begins at it.
    void toggle(Bubble row) {
        if (!picked.remove(row.message())) {
            picked.add(row.message());
        }
        anchor = Optional.of(row.message());
    }

    /// Picks all from where the range begins to a message, and no others; the range begins there
    /// where there is none.
    void extendTo(Bubble row) {
        int here = index(row.message());
        int from = anchor.map(this::index).filter(at -> at >= 0).orElse(here);
        if (from == here) {
            anchor = Optional.of(row.message());
        }
        picked.clear();
        rows.subList(Math.min(from, here), Math.max(from, here) + 1).stream()
                .filter(Bubble.class::isInstance)
                .map(Bubble.class::cast)
                .forEach(bubble -> picked.add(bubble.message()));
    }

    /// A range may begin at this message; nothing is picked.
    void beginAt(Bubble row) {
        picked.clear();
        anchor = Optional.of(row.message());
    }

    void clear() {
        picked.clear();
        anchor = Optional.empty();
    }

    private int index(MessageKey message) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).key().equals(message)) {
                return at;
            }
        }
        return -1;
    }
}
