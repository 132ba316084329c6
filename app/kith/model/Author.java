package kith.model;

import org.jxmpp.jid.Jid;

import java.util.Optional;

/// Who wrote a message, as the wire vouches for it.
///
/// @param address a contact's bare address; in a room the occupant's (`room@service/nick`)
/// @param occupantId who it is in a room whatever their nick (XEP-0421), where the room says so
/// @param isMine whether it was us, from this or another device
public record Author(Jid address, Optional<String> occupantId, boolean isMine) {

    /// The nick in a room; for anyone else the bare address.
    public String nick() {
        var resource = address.getResourceOrNull();
        return resource == null ? address.toString() : resource.toString();
    }

    /// What to call them where nothing better is known: the nick in a room, else the part of the
    /// address before the `@`.
    public String shortName() {
        var local = address.getLocalpartOrNull();
        return address.hasResource() || local == null ? nick() : local.toString();
    }
}
