package kith.model;

import java.util.Optional;

/// A chat as the chat list shows it.
///
/// @param title the contact's or the room's name, else the address
/// @param last the newest message, for the preview
/// @param unread how many messages came since the user last read; never our own
/// @param isMentioned whether one of the unread names the user
/// @param isTyping whether someone on the other side is writing now
public record Chat(
        ChatKey key,
        Kind kind,
        String title,
        Optional<Message> last,
        int unread,
        boolean isMentioned,
        boolean isTyping) {

    /// The same with another newest message and so many unread. Mentions and who is typing are not
    /// the chat's own: whoever shows it adds them.
    public Chat with(Optional<Message> newest, int nowUnread) {
        return new Chat(key, kind, title, newest, nowUnread, false, false);
    }

    /// What is on the other side.
    public enum Kind {
        CONTACT,
        ROOM
    }
}
