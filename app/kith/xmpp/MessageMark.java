package kith.xmpp;

import org.jxmpp.jid.BareJid;

/// Word of how far a message of a chat between two has come.
///
/// @param peer the chat it is of
/// @param isMine whether another device of ours says so, of what the peer wrote; else the peer, of
///   what we did
/// @param id the message's, as its sender gave it
/// @param way by which it came
public record MessageMark(
        BareJid peer, boolean isMine, String id, Kind kind, IncomingMessage.Way way) {

    /// How far.
    public enum Kind {
        /// A device has it (XEP-0184 §5).
        DELIVERED,
        /// It was seen, and all before it (XEP-0333 §4.2).
        DISPLAYED
    }
}
