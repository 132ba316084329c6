package kith.model;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// An act on one person's standing in a room.
///
/// @param nick theirs in the room; empty for somebody who isn't there
/// @param address theirs; empty where the room doesn't say, which will do for an act on a role only
/// @param before the list they are on so far; empty for none, or where it isn't known
/// @param reason what the room and they are told; empty for nothing
public record RoomChange(
        RoomAct act,
        String nick,
        Optional<BareJid> address,
        Optional<RoomList> before,
        String reason) {

    public RoomChange {
        if (act.isOfRole() ? nick.isEmpty() : address.isEmpty()) {
            throw new IllegalArgumentException(act + " of nobody");
        }
    }

    /// On somebody who is in the room.
    public static RoomChange of(RoomAct act, Occupant occupant, String reason) {
        return new RoomChange(
                act,
                occupant.nick(),
                occupant.address(),
                RoomList.of(occupant.affiliation()),
                reason);
    }

    /// On somebody who is on a list.
    public static RoomChange of(RoomAct act, Affiliated entry, String reason) {
        return new RoomChange(
                act, entry.nick(), Optional.of(entry.address()), Optional.of(entry.list()), reason);
    }

    /// Puts somebody on a list of whom nothing else is known.
    public static RoomChange adding(BareJid address, RoomList list, String reason) {
        return new RoomChange(
                RoomAct.putting(list), "", Optional.of(address), Optional.empty(), reason);
    }

    /// What they are called where it is about them.
    public String name() {
        return nick.isEmpty() ? address.map(Object::toString).orElse("") : nick;
    }
}
