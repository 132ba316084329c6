package kith.ui.chats;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;

import java.util.Optional;

/// One row of the chat list.
///
/// @param presence of a contact who shares it
/// @param isSelected whether it is what the selected tab shows
public record ChatRow(Chat chat, Optional<Presence> presence, boolean isSelected) {

    public ChatKey key() {
        return chat.key();
    }
}
