package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which pictures were asked for in this run: each once, and of nobody without end. A picture that
/// changes more often isn't meant to be seen, and of rooms that the user only looked at nobody
/// needs thousands. Core lane only.
final class PicturesAsked {

    private static final int MOST_OF_ROOM = 50;
    private static final int MOST_ROOMS = 1_000;

    private final Predicate<ChatKey> isOurs;
    private final Map<ChatKey, Asked> rooms = new HashMap<>();

    /// @param isOurs whether the user has been in a room: one of those is asked in any case
    PicturesAsked(Predicate<ChatKey> isOurs) {
        this.isOurs = isOurs;
    }

    private static final class Asked {

        /// Of pictures that are here, on their way, or of no use.
        private final Set<String> hashes = new HashSet<>();

        private int times;

        private boolean add(Set<String> announced) {
            boolean isAsked = times < MOST_OF_ROOM && hashes.addAll(announced);
            times += isAsked ? 1 : 0;
            return isAsked;
        }
    }

    /// A room has announced a picture that isn't here.
    ///
    /// @return whether it is to be asked for that
    boolean add(ChatKey room, Set<String> announced) {
        boolean isPlace = rooms.containsKey(room) || rooms.size() < MOST_ROOMS || isOurs.test(room);
        return isPlace && rooms.computeIfAbsent(room, _ -> new Asked()).add(announced);
    }

    /// Nobody answered: it is asked when that is announced again.
    void again(ChatKey room, Set<String> announced) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.hashes.removeAll(announced);
        }
    }

    /// A room has no picture any more: the one that it had may come back.
    void gone(ChatKey room) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.hashes.clear();
        }
    }

    void forget(AccountId account) {
        rooms.keySet().removeIf(room -> room.account().equals(account));
    }

    void clear() {
        rooms.clear();
    }
}
