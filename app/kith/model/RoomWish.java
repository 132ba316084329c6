package kith.model;

/// What the user wishes of a room, for all their devices, and the account was not told yet.
public enum RoomWish {
    /// Nothing that it doesn't have.
    NONE,
    /// To be in it.
    ENTER,
    /// To be out of it, and to keep it.
    LEAVE,
    /// To be out of it, and to know of it no more.
    FORGET,
    /// To be called otherwise in it, or that it is.
    RENAME
}
