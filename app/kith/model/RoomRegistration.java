package kith.model;

import java.util.Optional;

/// How to become a member of a room (XEP-0045 §7.10).
///
/// @param nick the one that is ours there already; empty while we aren't registered
/// @param form what the room wants to know
public record RoomRegistration(Optional<String> nick, DataForm form) {}
