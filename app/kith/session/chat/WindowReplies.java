package kith.session.chat;

import kith.model.Message;
import kith.model.MessageKey;
import kith.store.MessageStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The messages that those of a window answer (XEP-0461): each looked up once, and again where it
/// may be here now or say something else. Core lane only.
final class WindowReplies {

    private final MessageStore store;
    private final Map<MessageKey, Optional<Message>> known = new HashMap<>();

    WindowReplies(MessageStore store) {
        this.store = store;
    }

    /// What each of the messages answers, of those that answer one that is here; of other messages
    /// nothing is kept.
    ///
    /// @return immutable
    Map<MessageKey, Message> at(List<Message> messages) {
        known.keySet().retainAll(messages.stream().map(Message::key).collect(Collectors.toSet()));
        var answered = new HashMap<MessageKey, Message>();
        var each = new HashMap<MessageKey, Message>(); // whoever answers one has the same
        messages.forEach(message -> each.put(message.key(), message));
        for (var message : messages) {
            if (message.reply().isPresent()) {
                known.computeIfAbsent(message.key(), _ -> store.answered(message))
                        .map(it -> each.computeIfAbsent(it.key(), _ -> it))
                        .ifPresent(it -> answered.put(message.key(), it));
            }
        }
        known.replaceAll((_, it) -> it.map(found -> each.getOrDefault(found.key(), found)));
        return Map.copyOf(answered);
    }

    /// It may stand elsewhere now, and mean another by the same name.
    void forget(MessageKey reply) {
        known.remove(reply);
    }

    /// What is known may be wrong, of any message.
    void clear() {
        known.clear();
    }

    /// A message is new, is otherwise or is gone: those that answer it are to say so.
    ///
    /// @param messages of the window
    /// @return whether there are any
    boolean forgetThoseTo(Message message, List<Message> messages) {
        if (message.edited().isPresent()) {
            known.values().removeIf(Optional::isEmpty); // they may name what edits it
        }
        boolean isShown = known.values().removeIf(it -> it.map(Message::key).equals(key(message)));
        boolean isNamed =
                messages.stream()
                                .filter(each -> names(each, message))
                                .filter(each -> known.remove(each.key()) != null)
                                .count()
                        > 0;
        return isShown || isNamed;
    }

    private static Optional<MessageKey> key(Message message) {
        return Optional.of(message.key());
    }

    private static boolean names(Message reply, Message message) {
        var ids = message.ids();
        return reply.reply()
                .filter(
                        it ->
                                Stream.concat(Stream.of(ids.stanza()), ids.archive().stream())
                                        .anyMatch(it.target()::equals))
                .isPresent();
    }
}
