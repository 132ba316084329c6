package kith.model;

import java.util.Optional;

/// A room that the account keeps for all devices of the user's.
///
/// @param name by which the user knows it; may be empty
/// @param nick what to be called there, where the user has chosen it
/// @param isAutojoin whether each device is to be in it
public record BookmarkedRoom(
        ChatKey key, Optional<String> name, Optional<String> nick, boolean isAutojoin) {}
