package kith.ui.chats;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;

import java.util.Optional;

/// One row of the chat list.
///
/// @param presence of a contact who shares it
/// @param draft what the user has begun to write; never of the selected one, which shows it itself
/// @param isSelected whether it is what the selected tab shows
public record ChatRow(
        Chat chat, Optional<Presence> presence, Optional<String> draft, boolean isSelected) {

    public ChatKey key() {
        return chat.key();
    }
}
