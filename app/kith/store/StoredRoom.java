package kith.store;

import kith.model.Room;

/// A room as it is remembered from one start to the next.
///
/// @param room read from the store: left, and with nobody in it
/// @param isAutojoin whether to enter it whenever the account is online
public record StoredRoom(Room room, boolean isAutojoin) {}
