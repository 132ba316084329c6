package kith.model;

import java.util.Optional;

/// The one other person in a room to whom, or by whom, something is said that nobody else there is
/// to read (XEP-0045 §7.5).
///
/// @param nick what they were called then
/// @param who they are whatever their nick: [Occupant#is] compares it; empty where nobody knows
public record Confidant(String nick, Optional<String> who) {

    /// One of whom only the nick is known.
    public Confidant(String nick) {
        this(nick, Optional.empty());
    }

    /// Somebody who is in a room now.
    public static Confidant of(Occupant occupant) {
        return new Confidant(
                occupant.nick(),
                occupant.occupantId().or(() -> occupant.address().map(Object::toString)));
    }
}
