package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What rooms could not be told as the connection was interrupted: that we come, and that we go. A
/// session that goes on still has us where we were, and nobody else tells them; one that is over
/// has us nowhere. Core lane only.
final class Interrupted {

    private final Consumer<ChatKey> enter;
    private final BiConsumer<ChatKey, String> leave;
    private final Set<ChatKey> coming = new LinkedHashSet<>();

    /// By room, the nick that we had there.
    private final Map<ChatKey, String> going = new LinkedHashMap<>();

    /// @param enter enters a room, if that is still wanted
    /// @param leave tells a room that whoever has our nick there goes
    Interrupted(Consumer<ChatKey> enter, BiConsumer<ChatKey, String> leave) {
        this.enter = enter;
        this.leave = leave;
    }

    void coming(ChatKey room, boolean isTold) {
        if (isTold) {
            coming.remove(room);
        } else {
            coming.add(room);
        }
    }

    /// It comes first: who comes again after that may do so under another nick.
    void going(ChatKey room, String nick, boolean isTold) {
        coming.remove(room);
        if (!isTold) {
            going.putIfAbsent(room, nick);
        }
    }

    /// The session goes on.
    void resumed(AccountId account) {
        for (var room : of(account, going.keySet())) {
            leave.accept(room, going.remove(room));
        }
        of(account, coming).forEach(enter);
    }

    /// The session is over.
    void forget(ChatKey room) {
        coming.remove(room);
        going.remove(room);
    }

    private static List<ChatKey> of(AccountId account, Set<ChatKey> rooms) {
        return rooms.stream().filter(room -> room.account().equals(account)).toList();
    }
}
