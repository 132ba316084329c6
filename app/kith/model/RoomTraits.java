package kith.model;

/// What a room says of itself (XEP-0045 §6.4): what of its occupants it vouches for, and who may
/// know whom.
///
/// @param givesOccupantIds whether it takes away forged occupant ids (XEP-0421 §3.3)
/// @param givesHats whether it takes away forged hats (XEP-0317 §2)
/// @param isMembersOnly whether only members come in
/// @param isNonAnonymous whether all see the real addresses of all
public record RoomTraits(
        boolean givesOccupantIds,
        boolean givesHats,
        boolean isMembersOnly,
        boolean isNonAnonymous) {

    /// Of a room that hasn't said.
    public static final RoomTraits UNKNOWN = new RoomTraits(false, false, false, false);

    /// Whether those who are in it know each other.
    public boolean isPrivate() {
        return isMembersOnly && isNonAnonymous;
    }
}
