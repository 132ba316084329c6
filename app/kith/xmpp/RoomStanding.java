package kith.xmpp;

import org.jxmpp.jid.BareJid;

/// How we stand with a room in this session.
///
/// @param nick ours: the one we asked for, and once joined the one the room gave us
/// @param isJoined whether the room has sent our own presence (XEP-0045 §7.2.2)
/// @param hasSubject whether it has told its subject, which ends joining (§7.2.15); what comes
///   later is a change
public record RoomStanding(BareJid room, String nick, boolean isJoined, boolean hasSubject) {

    /// We have asked to be let in.
    public static RoomStanding asked(BareJid room, String nick) {
        return new RoomStanding(room, nick, false, false);
    }

    public RoomStanding joinedAs(String given) {
        return new RoomStanding(room, given, true, hasSubject);
    }

    public RoomStanding renamed(String newNick) {
        return new RoomStanding(room, newNick, isJoined, hasSubject);
    }

    public RoomStanding withSubject() {
        return new RoomStanding(room, nick, isJoined, true);
    }
}
