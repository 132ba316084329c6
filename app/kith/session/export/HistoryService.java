package kith.session.export;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.Reaction;
import kith.store.MessageStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The whole history, for those who want all of it. Any thread.
public final class HistoryService {

    /// How many are read at once.
    static final int PAGE = 500;

    private final MessageStore store;
    private final Lane core;

    public HistoryService(MessageStore store, Lane core) {
        this.store = store;
        this.core = core;
    }

    /// Gives every message of a chat, or of all, to the reader, chat by chat in the order of the
    /// timeline, without holding them all. The reader runs on the core lane, and the program stands
    /// still meanwhile.
    ///
    /// @param chat empty for all
    /// @return completes when the last was given; fails with what the reader threw
    public CompletionStage<Void> each(Optional<ChatKey> chat, Consumer<Message> reader) {
        return CompletableFuture.runAsync(() -> store.each(chat, reader), core);
    }

    /// The same, each with all that is known of it.
    public CompletionStage<Void> entries(Optional<ChatKey> chat, Consumer<HistoryEntry> reader) {
        return CompletableFuture.runAsync(
                () -> {
                    var page = new ArrayList<Message>();
                    store.each(
                            chat,
                            message -> {
                                if (isFull(page) || !isSameChat(page, message)) {
                                    read(page, reader);
                                }
                                page.add(message);
                            });
                    read(page, reader);
                },
                core);
    }

    /// What tells a chat from another that is made in its place once it is removed; empty where
    /// there is none.
    CompletionStage<OptionalInt> incarnation(ChatKey chat) {
        return CompletableFuture.supplyAsync(() -> store.incarnation(chat), core);
    }

    /// Some hundred entries of a chat, in the order of the timeline; the program goes on between
    /// one call and the next.
    ///
    /// @param last the one to go on after, from where it stood when it was read; none for the
    ///   beginning
    /// @return fewer than [#PAGE] where they are the last
    public CompletionStage<List<HistoryEntry>> after(ChatKey chat, Optional<HistoryEntry> last) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var page =
                            last.map(it -> store.following(chat, it.message(), PAGE))
                                    .orElseGet(() -> store.oldest(chat, PAGE));
                    var entries = new ArrayList<HistoryEntry>();
                    read(new ArrayList<>(page), entries::add);
                    return List.copyOf(entries);
                },
                core);
    }

    private static boolean isFull(List<Message> page) {
        return page.size() == PAGE;
    }

    private static boolean isSameChat(List<Message> page, Message next) {
        return page.isEmpty() || page.getLast().chat().equals(next.chat());
    }

    /// Reads them all at once: a chat without any reaction is asked once then, not at each message.
    private void read(List<Message> page, Consumer<HistoryEntry> reader) {
        if (page.isEmpty()) {
            return;
        }
        var sets = store.reactions(page.getFirst().chat(), page);
        var steps = store.steps(page);
        for (var message : page) {
            var own = sets.getOrDefault(message.key(), List.of());
            reader.accept(
                    new HistoryEntry(
                            message,
                            Reaction.of(own),
                            steps.getOrDefault(message.key(), List.of())));
        }
        page.clear();
    }
}
