package kith.store;

import kith.model.Room;

/// A room as it is remembered from one start to the next.
///
/// @param room read from the store: left, and with nobody in it
/// @param isAutojoin whether to enter it whenever the account is online
/// @param isEntered whether it has ever let us in: else there may be no such room
public record StoredRoom(Room room, boolean isAutojoin, boolean isEntered) {}
