package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;

import java.time.Instant;

/// A message on its way into the store; whether it is there already is not known yet.
///
/// @param kind what the chat is where it has to be made
/// @param at when the server had it
/// @param isMarkable whether its sender wants to hear that it was read
public record ArrivingMessage(
        ChatKey chat,
        Chat.Kind kind,
        MessageIds ids,
        Author author,
        Instant at,
        Content content,
        boolean isMarkable) {

    /// One whose sender doesn't ask.
    public ArrivingMessage(
            ChatKey chat,
            Chat.Kind kind,
            MessageIds ids,
            Author author,
            Instant at,
            Content content) {
        this(chat, kind, ids, author, at, content, false);
    }

    /// Whether it is for one person in a room, or from one, alone.
    public boolean isPrivate() {
        return content instanceof Content.Private;
    }

    /// Cuts what is too long to be stored, so that copies of one message stay equal.
    public ArrivingMessage {
        ids = Limits.fitting(ids);
        author = Limits.fitting(author);
        content = Limits.fitting(content);
    }
}
