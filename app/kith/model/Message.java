package kith.model;

import java.time.Instant;

/// A message that is in the store.
///
/// @param position its place in the chat: the timeline is in this order, ties broken by key
/// @param at when the server had it, or for one of ours that it hasn't yet, when it was written;
///   UTC, milliseconds
public record Message(
        MessageKey key,
        ChatKey chat,
        MessageIds ids,
        Author author,
        Instant at,
        long position,
        Content content,
        Delivery delivery) {

    public boolean isMine() {
        return author.isMine();
    }

    public Message with(Delivery newer) {
        return new Message(key, chat, ids, author, at, position, content, newer);
    }

    /// The same at another place in its chat, and of another time.
    public Message movedTo(long place, Instant time) {
        return new Message(key, chat, ids, author, time, place, content, delivery);
    }
}
