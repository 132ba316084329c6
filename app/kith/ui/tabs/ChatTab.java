package kith.ui.tabs;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Presence;

import java.util.Optional;

/// One open chat as its tab shows it.
///
/// @param presence of a contact who shares it
/// @param isPinned whether it stands at the start side by its picture alone, and isn't closed
public record ChatTab(
        ChatKey key,
        Chat.Kind kind,
        String title,
        Optional<Presence> presence,
        Mark mark,
        boolean isSelected,
        boolean isPinned) {

    /// The same in front, or behind another.
    ChatTab selected(boolean isInFront) {
        return new ChatTab(key, kind, title, presence, mark, isInFront, isPinned);
    }

    /// What waits there for the user.
    public enum Mark {
        NONE,
        UNREAD,
        MENTION,
        /// Something of which they don't want to be told.
        MUTED;

        /// Whether the user is to be led there.
        public boolean isWaiting() {
            return this == UNREAD || this == MENTION;
        }
    }
}
