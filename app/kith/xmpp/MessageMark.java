package kith.xmpp;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.Optional;

/// Word of how far a message has come.
///
/// @param peer the chat it is of
/// @param isMine whether another device of ours says so, of what the peer wrote; else the peer, of
///   what we did
/// @param id the message's, as its sender gave it; in a room as the room did
/// @param way by which it came
/// @param by the device that says so; in a room the occupant
/// @param occupantId who that is whatever their nick, where the room vouches for it
/// @param at when the server had its word
public record MessageMark(
        BareJid peer,
        boolean isMine,
        String id,
        Kind kind,
        IncomingMessage.Way way,
        Jid by,
        Optional<String> occupantId,
        Instant at) {

    /// In a chat between two.
    public MessageMark(
            BareJid peer,
            boolean isMine,
            String id,
            Kind kind,
            IncomingMessage.Way way,
            Jid by,
            Instant at) {
        this(peer, isMine, id, kind, way, by, Optional.empty(), at);
    }

    /// What an envelope says of a message.
    public static MessageMark in(Envelope in, String id, Kind kind) {
        var from = Optional.ofNullable(in.message().getFrom());
        return new MessageMark(
                in.peer(),
                in.author().isMine(),
                id,
                kind,
                in.way(),
                from.orElse(in.author().address()),
                in.author().occupantId(),
                in.at());
    }

    /// How far.
    public enum Kind {
        /// A device has it (XEP-0184 §5).
        DELIVERED,
        /// It was seen, and all before it (XEP-0333 §4.2).
        DISPLAYED,
        /// Somebody in a room has seen it, and all before it (XEP-0333 §5.6).
        SEEN_IN_ROOM
    }

    /// Whether it is of a message of a room.
    public boolean isInRoom() {
        return kind == Kind.SEEN_IN_ROOM;
    }
}
