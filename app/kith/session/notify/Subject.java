package kith.session.notify;

import kith.model.Chat;
import kith.model.ChatKey;

/// What a notice is about. Of each there is one at a time.
public sealed interface Subject {

    /// What came into a chat.
    record OfChat(ChatKey chat, Chat.Kind kind) implements Subject {}

    /// An invitation to a room.
    record OfInvitation(ChatKey room) implements Subject {}

    /// What came in so many places that each for itself would be too much.
    record OfSeveral() implements Subject {}
}
