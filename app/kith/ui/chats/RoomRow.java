package kith.ui.chats;

import kith.model.ChatKey;
import kith.model.Room;

/// One row of the list of rooms.
///
/// @param isSelected whether it is what the selected tab shows
/// @param isNew whether the user merely has a bookmark of it, and was never in it here
public record RoomRow(Room room, boolean isSelected, boolean isNew) {

    public ChatKey key() {
        return room.key();
    }
}
