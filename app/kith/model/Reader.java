package kith.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Up to where somebody in a room says to have seen its messages (XEP-0333).
///
/// @param nick as it was when they said it
/// @param occupantId who they are whatever their nick, where the room says so
/// @param message the last one
/// @param position of that one in the chat
/// @param at when they said it
public record Reader(
        String nick, Optional<String> occupantId, MessageKey message, long position, Instant at) {

    /// Whether they have seen a message: it is the last one or stands before it.
    public boolean hasSeen(Message other) {
        return position > other.position()
                || (position == other.position() && message.row() >= other.key().row());
    }

    /// Whether it says all that another says: of the same person, and as far. Of whom only the nick
    /// is known, as archives of some rooms leave out the rest, may be whoever was called so then:
    /// nobody is said to be further by that, but who is called so and is as far says it, too.
    public boolean covers(Reader other) {
        return (other.occupantId.isPresent()
                        ? occupantId.equals(other.occupantId)
                        : nick.equals(other.nick))
                && isAsFarAs(other);
    }

    private boolean isAsFarAs(Reader other) {
        return position > other.position
                || (position == other.position && message.row() >= other.message.row());
    }

    /// The same, where their message stands now.
    public Reader following(Message moved) {
        return message.equals(moved.key())
                ? new Reader(nick, occupantId, message, moved.position(), at)
                : this;
    }

    /// Those who have seen a message, in their order. Of whom only the nick is known isn't told
    /// beside somebody of that nick who is known: it is the same, or nobody can tell them apart.
    public static List<Reader> ofMessage(Message message, List<Reader> readers) {
        var seen = readers.stream().filter(each -> each.hasSeen(message)).toList();
        var known =
                seen.stream()
                        .filter(each -> each.occupantId.isPresent())
                        .map(Reader::nick)
                        .collect(Collectors.toSet());
        return seen.stream()
                .filter(each -> each.occupantId.isPresent() || !known.contains(each.nick))
                .toList();
    }
}
