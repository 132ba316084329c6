package kith.ui.join;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.model.FoundRoom;
import kith.ui.text.NameFilter;

import org.jxmpp.jid.EntityBareJid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rooms of a list so far, each once, and those of them that fit what the user types. FX thread
/// only.
final class FoundRooms {

    /// More than anybody scrolls through; a service may have more.
    static final int MAX_ROOMS = 20_000;

    private final Map<EntityBareJid, FoundRoom> all = new LinkedHashMap<>();
    private final ObservableList<FoundRoom> rows = FXCollections.observableArrayList();
    private final ObservableList<FoundRoom> shown = FXCollections.unmodifiableObservableList(rows);
    private NameFilter filter = new NameFilter("");

    /// Those that fit, in the order in which they came. Read-only.
    ObservableList<FoundRoom> rows() {
        return shown;
    }

    boolean isFull() {
        return all.size() >= MAX_ROOMS;
    }

    /// Whether some may be kept from sight.
    boolean isNarrowed() {
        return !filter.isEmpty();
    }

    void clear() {
        all.clear();
        rows.clear();
    }

    /// From now on only those fit that have these words.
    void narrow(String words) {
        filter = new NameFilter(words);
        rows.setAll(all.values().stream().filter(this::fits).toList());
    }

    /// Adds a page.
    ///
    /// @return whether any of it was not there before
    boolean add(List<FoundRoom> page) {
        int before = all.size();
        for (var room : page) {
            if (!isFull() && all.putIfAbsent(room.address(), room) == null && fits(room)) {
                rows.add(room);
            }
        }
        return all.size() > before;
    }

    /// More is known of a room now.
    void replace(FoundRoom room) {
        if (all.replace(room.address(), room) == null) {
            return;
        }
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).address().equals(room.address())) {
                rows.set(at, room);
                return;
            }
        }
    }

    private boolean fits(FoundRoom room) {
        return filter.matches(
                room.name(),
                room.address().toString(),
                room.traits().map(it -> it.description() + " " + it.subject()).orElse(""));
    }
}
