package kith.model;

/// A room that the user is in, was in, or tried to enter.
///
/// @param name the room's own name, else the first part of its address
/// @param nick ours there; while not joined, the one we would ask for
/// @param subject empty for none
/// @param occupants how many people are in it now; 0 while not joined
/// @param traits what it has said of itself in this run
/// @param isReached whether it answers, as far as is known; while we are in it, that it doesn't may
///   mean that we are not any more
public record Room(
        ChatKey key,
        String name,
        String nick,
        RoomState state,
        String subject,
        int occupants,
        RoomTraits traits,
        boolean isReached) {

    /// A room that answers.
    public Room(
            ChatKey key,
            String name,
            String nick,
            RoomState state,
            String subject,
            int occupants,
            RoomTraits traits) {
        this(key, name, nick, state, subject, occupants, traits, true);
    }

    /// A room that has not said yet what it is.
    public Room(
            ChatKey key, String name, String nick, RoomState state, String subject, int occupants) {
        this(key, name, nick, state, subject, occupants, RoomTraits.UNKNOWN);
    }
}
