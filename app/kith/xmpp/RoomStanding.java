package kith.xmpp;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// How we stand with a room in this session.
///
/// @param nick ours: the one we asked for, and once joined the one the room gave us
/// @param isJoined whether the room has sent our own presence (XEP-0045 §7.2.2)
/// @param subject what it has told last, which ends joining (§7.2.15); another that comes later is
///   a change
public record RoomStanding(BareJid room, String nick, boolean isJoined, Optional<String> subject) {

    /// We have asked to be let in.
    public static RoomStanding asked(BareJid room, String nick) {
        return new RoomStanding(room, nick, false, Optional.empty());
    }

    public RoomStanding joinedAs(String given) {
        return new RoomStanding(room, given, true, subject);
    }

    public RoomStanding renamed(String newNick) {
        return new RoomStanding(room, newNick, isJoined, subject);
    }

    public RoomStanding withSubject(String told) {
        return new RoomStanding(room, nick, isJoined, Optional.of(told));
    }
}
