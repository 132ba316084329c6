package kith.model;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// A room that somebody lists, or that was asked about itself.
///
/// @param name its own, else the first part of its address
/// @param traits empty where whoever lists it doesn't say: the room can be asked
public record FoundRoom(EntityBareJid address, String name, Optional<RoomTraits> traits) {

    /// A room under the name that it has, or else its address has.
    ///
    /// @param name blank where it has none
    public static FoundRoom of(EntityBareJid address, String name, Optional<RoomTraits> traits) {
        return new FoundRoom(
                address, name.isBlank() ? address.getLocalpart().toString() : name, traits);
    }
}
