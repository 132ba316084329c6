package kith.session.room;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What was written to people in a room alone of whom it says no more than the nick: known to be
/// for them as long as they have that without a break. Who has it after that may be anybody.
///
/// Core lane only.
final class Confided {

    /// Ids of messages by nick.
    private final Map<String, Set<String>> ids = new HashMap<>();

    void add(String nick, String message) {
        ids.computeIfAbsent(nick, _ -> new HashSet<>()).add(message);
    }

    /// Whether it was written to whoever has the nick now.
    boolean isTo(String nick, String message) {
        return ids.getOrDefault(nick, Set.of()).contains(message);
    }

    /// Nobody has the nick any more, or somebody else.
    void end(String nick) {
        ids.remove(nick);
    }

    /// Who is in the room is not known any more.
    void endAll() {
        ids.clear();
    }
}
