package kith.session.room;

import kith.model.ChatKey;

/// Whoever keeps what the user wishes of rooms, for their other devices. Core lane only.
interface RoomWishes {

    /// The user wants to be in a room.
    void entering(ChatKey room);

    /// The user wants to be out of it.
    void leaving(ChatKey room);
}
