package kith.ui.search;

import kith.model.Chat;
import kith.model.SearchHit;

/// A message that was found, as the list shows it.
///
/// @param sender the contact's name or the nick
/// @param chat what the list of chats calls where it is
public record SearchRow(SearchHit hit, String sender, String chat, Chat.Kind kind) {

    Object key() {
        return hit.message().key();
    }
}
