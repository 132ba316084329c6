package kith.store;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.MessageIds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server has archived, in its order, with the names and stamps that it gave (XEP-0313). A
/// place in it is counted from 0, the oldest.
final class ServerArchive {

    private final Chat.Kind kind;
    private final String prefix;
    private final boolean hasWholeSeconds;
    private final List<ArrivingMessage> messages = new ArrayList<>();

    /// @param kind that of all chats in it
    /// @param prefix that of the names
    /// @param hasWholeSeconds whether it gives no parts of a second
    ServerArchive(Chat.Kind kind, String prefix, boolean hasWholeSeconds) {
        this.kind = kind;
        this.prefix = prefix;
        this.hasWholeSeconds = hasWholeSeconds;
    }

    /// Adds what comes in now.
    ArrivingMessage add(
            Instant time, ChatKey chat, Author author, MessageIds ids, Content content) {
        var named =
                new MessageIds(ids.stanza(), ids.origin(), Optional.of(prefix + messages.size()));
        var stamp = hasWholeSeconds ? time.truncatedTo(ChronoUnit.SECONDS) : time;
        var message = new ArrivingMessage(chat, kind, named, author, stamp, content);
        messages.add(message);
        return message;
    }

    /// All that is in it; grows with it.
    List<ArrivingMessage> messages() {
        return Collections.unmodifiableList(messages);
    }

    int size() {
        return messages.size();
    }

    ArrivingMessage get(int place) {
        return messages.get(place);
    }

    /// The first place of what is equal.
    int place(ArrivingMessage message) {
        return messages.indexOf(message);
    }

    /// @param end the place after its last
    List<ArrivingMessage> page(int first, int end) {
        return List.copyOf(messages.subList(first, end));
    }

    /// What somebody has written in a chat.
    Stream<ArrivingMessage> by(ChatKey chat, Author author) {
        return messages.stream()
                .filter(each -> each.chat().equals(chat) && each.author().equals(author));
    }
}
