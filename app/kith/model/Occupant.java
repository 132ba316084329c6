package kith.model;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// Someone in a room.
///
/// @param address their real address, where the room lets us see it (XEP-0045 §7.2.3)
public record Occupant(
        String nick,
        Role role,
        Affiliation affiliation,
        Optional<BareJid> address,
        Presence presence,
        boolean isMe) {

    /// What they may do now (XEP-0045 §5.1), most first.
    public enum Role {
        MODERATOR,
        PARTICIPANT,
        VISITOR
    }

    /// Their lasting standing (XEP-0045 §5.2), most first.
    public enum Affiliation {
        OWNER,
        ADMIN,
        MEMBER,
        NONE
    }
}
