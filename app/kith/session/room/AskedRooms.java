package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.ChatKey;

import java.util.HashSet;
import java.util.Set;

/// The rooms in which somebody waits for our answer: for the right to write, or to be a member.
/// Core lane only, but for [#rooms].
public final class AskedRooms {

    private final Cell<Set<ChatKey>> rooms;
    private final Set<Asked> asked = new HashSet<>();

    /// What is asked for in a room.
    private record Asked(ChatKey room, Object what) {}

    public AskedRooms(Lane core) {
        rooms = new Cell<>(core, Set.of());
    }

    /// Those rooms. Any thread.
    public Live<Set<ChatKey>> rooms() {
        return rooms;
    }

    /// @param what of which kind the requests are; each kind is counted by itself
    /// @param isAsked whether any of them waits
    void changed(ChatKey room, Object what, boolean isAsked) {
        var one = new Asked(room, what);
        if (isAsked ? asked.add(one) : asked.remove(one)) {
            var all = new HashSet<ChatKey>();
            asked.forEach(each -> all.add(each.room()));
            rooms.set(Set.copyOf(all));
        }
    }
}
