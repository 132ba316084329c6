package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store in which messages are reacted to.
abstract class ReactionsFixture extends MessagesFixture {

    void react(ChatKey to, Author author, String id, String target, String... emoji) {
        add(to, author, id, reaction(target, emoji));
    }

    static Content reaction(String target, String... emoji) {
        return new Content.Reaction(target, List.of(emoji));
    }

    ArrivingMessage archived(int minute, String id, Author author, Content content) {
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.empty(), Optional.of("archive-" + id)),
                author,
                Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * minute),
                content);
    }

    void deliver(String id, Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), id, delivery));
    }

    List<Chat> chats() {
        return profile.in(() -> new ChatStore(profile.db()).all());
    }

    List<String> at(Message message) {
        return profile.in(() -> shown(store, message));
    }

    /// Who stands with what, at all messages of a chat.
    List<String> shown(ChatKey of) {
        return profile.in(() -> shown(store, of));
    }

    static List<String> shown(MessageStore in, ChatKey of) {
        return in.newest(of, 100).stream().flatMap(each -> shown(in, each).stream()).toList();
    }

    static List<String> shown(MessageStore in, Message message) {
        return in.reactions(message).stream()
                .map(
                        each ->
                                (each.author().isMine() ? "me" : each.author().shortName())
                                        + " "
                                        + String.join(" ", each.emoji()))
                .toList();
    }
}
