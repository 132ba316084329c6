package kith.model;

import java.util.List;
import java.util.Optional;

/// A chat as the chat list shows it.
///
/// @param title the contact's or the room's name, else the address
/// @param last the newest message, for the preview
/// @param unread how many messages came since the user last read; never our own
/// @param isMentioned whether one of the unread names the user
/// @param typists who on the other side is writing now: in a room their nicks, else their devices
public record Chat(
        ChatKey key,
        Kind kind,
        String title,
        Optional<Message> last,
        int unread,
        boolean isMentioned,
        List<String> typists) {

    public Chat {
        typists = List.copyOf(typists);
    }

    /// Whether someone on the other side is writing now.
    public boolean isTyping() {
        return !typists.isEmpty();
    }

    /// The same with another newest message and so many unread. Mentions and who is typing are not
    /// the chat's own: whoever shows it adds them.
    public Chat with(Optional<Message> newest, int nowUnread) {
        return new Chat(key, kind, title, newest, nowUnread, false, List.of());
    }

    /// What is on the other side.
    public enum Kind {
        CONTACT,
        ROOM
    }
}
