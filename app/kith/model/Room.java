package kith.model;

/// A room that the user is in, was in, or tried to enter.
///
/// @param name the room's own name, else the first part of its address
/// @param nick ours there; while not joined, the one we would ask for
/// @param subject empty for none
/// @param occupants how many people are in it now; 0 while not joined
public record Room(
        ChatKey key, String name, String nick, RoomState state, String subject, int occupants) {}
