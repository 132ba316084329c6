package kith.model;

import kith.model.Occupant.Affiliation;

import java.util.Optional;

/// A list that a room keeps of people with a lasting standing (XEP-0045 §5.2), highest first.
/// Nobody is on two of them; who is on none has no standing.
public enum RoomList {
    OWNERS,
    ADMINS,
    MEMBERS,
    /// Those who may not enter it.
    BANNED;

    /// The list on which an occupant with this affiliation stands.
    public static Optional<RoomList> of(Affiliation affiliation) {
        return switch (affiliation) {
            case OWNER -> Optional.of(OWNERS);
            case ADMIN -> Optional.of(ADMINS);
            case MEMBER -> Optional.of(MEMBERS);
            case NONE -> Optional.empty();
        };
    }
}
