package kith.ui.chats;

import kith.model.ChatKey;
import kith.model.Room;

/// One row of the list of rooms.
///
/// @param isSelected whether it is what the selected tab shows
public record RoomRow(Room room, boolean isSelected) {

    public ChatKey key() {
        return room.key();
    }
}
