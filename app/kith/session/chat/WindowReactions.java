package kith.session.chat;

import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Reaction;
import kith.store.MessageStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reactions to the messages of a window: read once for each message, and again where they may
/// be others now, however many came in one batch. Core lane only.
final class WindowReactions {

    private final ChatKey chat;
    private final MessageStore store;
    private final Map<MessageKey, List<Reaction>> known = new HashMap<>();

    WindowReactions(ChatKey chat, MessageStore store) {
        this.chat = chat;
        this.store = store;
    }

    /// Those to each of the messages that has any; of other messages nothing is kept.
    ///
    /// @return immutable
    Map<MessageKey, List<Reaction>> at(List<Message> messages) {
        known.keySet().retainAll(messages.stream().map(Message::key).collect(Collectors.toSet()));
        var unread = messages.stream().filter(each -> !known.containsKey(each.key())).toList();
        if (!unread.isEmpty()) {
            var read = store.reactions(chat, unread);
            for (var message : unread) {
                var sets = read.getOrDefault(message.key(), List.of());
                known.put(message.key(), Reaction.of(sets));
            }
        }
        return known.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What is known may be wrong, of any message.
    void clear() {
        known.clear();
    }

    /// A message may be called something else now.
    void forget(MessageKey message) {
        known.remove(message);
    }

    /// A reaction has come, is otherwise or is gone.
    ///
    /// @param messages of the window
    /// @return whether it may be for one of them
    boolean forgetThoseOf(Message reaction, List<Message> messages) {
        var named = messages.stream().filter(each -> isNamed(each, reaction)).map(Message::key);
        var meant = store.reactedTo(reaction).map(Message::key).stream();
        return Stream.concat(named, meant).filter(each -> known.remove(each) != null).count() > 0;
    }

    private static boolean isNamed(Message message, Message reaction) {
        return reaction.content() instanceof Content.Reaction(var target, _)
                && names(message.ids()).anyMatch(target::equals);
    }

    private static Stream<String> names(MessageIds ids) {
        return Stream.of(Optional.of(ids.stanza()), ids.origin(), ids.archive())
                .flatMap(Optional::stream);
    }
}
