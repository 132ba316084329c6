package kith.model;

import java.time.Instant;
import java.util.Optional;

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

    /// Whether it is the same person: by what the room says, by the nick where it doesn't say so of
    /// both, as archives leave it out.
    public boolean isSame(Reader other) {
        return (occupantId.isPresent() && other.occupantId.isPresent())
                ? occupantId.equals(other.occupantId)
                : nick.equals(other.nick);
    }

    /// The same with who they are, as far as it was known before.
    public Reader after(Reader before) {
        return new Reader(nick, occupantId.or(before::occupantId), message, position, at);
    }
}
