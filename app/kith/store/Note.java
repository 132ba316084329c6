package kith.store;

import org.jxmpp.jid.BareJid;

/// A small message that nobody wrote, but that is to arrive.
///
/// @param place among the others
/// @param id of its stanza; stays the same when it is sent again
/// @param message the id of the message that it is about, as its sender gave it
public record Note(long place, String id, BareJid to, Kind kind, String message) {

    /// What it says of the message.
    public enum Kind {
        /// It has come (XEP-0184).
        RECEIVED,
        /// It was seen, and all before it (XEP-0333).
        DISPLAYED,
        /// The same of one of a room, by the room's name for it.
        SEEN_IN_ROOM
    }
}
