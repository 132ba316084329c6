package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.Room;
import kith.model.RoomState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All rooms that a list of them shows: those that the user entered or tried to, and after them
/// those that an account merely has bookmarks of, each once. The live values are any thread's.
public final class ListedRooms {

    private final Live<List<Room>> entered;
    private final Live<List<BookmarkedRoom>> bookmarked;
    private final Cell<List<Room>> all;
    private final Cell<Set<ChatKey>> neverEntered;

    private ListedRooms(
            Live<List<Room>> entered, Live<List<BookmarkedRoom>> bookmarked, Lane core) {
        this.entered = entered;
        this.bookmarked = bookmarked;
        this.all = new Cell<>(core, List.of());
        this.neverEntered = new Cell<>(core, Set.of());
    }

    /// Watches both.
    ///
    /// @param entered those that the user entered or tried to
    public static ListedRooms of(
            Live<List<Room>> entered, Live<List<BookmarkedRoom>> bookmarked, Lane core) {
        var rooms = new ListedRooms(entered, bookmarked, core);
        entered.watch(core, _ -> rooms.show());
        bookmarked.watch(core, _ -> rooms.show());
        return rooms;
    }

    public Live<List<Room>> all() {
        return all;
    }

    /// Those among them that the user never entered here. Immutable.
    public Live<Set<ChatKey>> neverEntered() {
        return neverEntered;
    }

    private void show() {
        var rest = bookmarkedAlone();
        if (rest.isEmpty()) {
            all.set(entered.get());
        } else {
            var rooms = new ArrayList<Room>(entered.get());
            rest.values().stream().map(ListedRooms::room).forEach(rooms::add);
            all.set(List.copyOf(rooms));
        }
        if (!rest.keySet().equals(neverEntered.get())) {
            neverEntered.set(Set.copyOf(rest.keySet()));
        }
    }

    /// Only what can be a room.
    private Map<ChatKey, BookmarkedRoom> bookmarkedAlone() {
        var rest = new LinkedHashMap<ChatKey, BookmarkedRoom>();
        var known = entered.get().stream().map(Room::key).collect(Collectors.toSet());
        for (var each : bookmarked.get()) {
            if (!known.contains(each.key()) && each.key().peer().isEntityBareJid()) {
                rest.put(each.key(), each);
            }
        }
        return rest;
    }

    private static Room room(BookmarkedRoom bookmarked) {
        var key = bookmarked.key();
        var name =
                bookmarked
                        .name()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .orElseGet(() -> RoomVisits.nameOf(key));
        return new Room(key, name, bookmarked.nick().orElse(""), RoomState.LEFT, "", 0);
    }
}
