package kith.ui.tabs;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;

import java.util.Optional;

/// One open chat as its tab shows it.
///
/// @param presence of a contact who shares it
public record ChatTab(
        ChatKey key,
        Chat.Kind kind,
        String title,
        Optional<Presence> presence,
        Mark mark,
        boolean isSelected) {

    /// What waits there for the user.
    public enum Mark {
        NONE,
        UNREAD,
        MENTION
    }
}
