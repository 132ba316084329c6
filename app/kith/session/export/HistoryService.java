package kith.session.export;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.Reaction;
import kith.store.MessageStore;

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

    /// The chats that have a history.
    public CompletionStage<List<ChatKey>> chats() {
        return CompletableFuture.supplyAsync(store::chats, core);
    }

    /// Reads a chat page by page, each message with all that is known of it.
    public HistoryWalk walk(ChatKey chat) {
        return new HistoryWalk(this, chat);
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
    CompletionStage<List<HistoryEntry>> after(ChatKey chat, Optional<HistoryEntry> last) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var page =
                            last.map(it -> store.following(chat, it.message(), PAGE))
                                    .orElseGet(() -> store.oldest(chat, PAGE));
                    return page.isEmpty() ? List.of() : entries(chat, page);
                },
                core);
    }

    /// Reads them all at once: a chat without any reaction is asked once then, not at each message.
    private List<HistoryEntry> entries(ChatKey chat, List<Message> page) {
        var reactions = store.reactions(chat, page);
        var steps = store.steps(page);
        return page.stream()
                .map(
                        message ->
                                new HistoryEntry(
                                        message,
                                        Reaction.of(
                                                reactions.getOrDefault(message.key(), List.of())),
                                        steps.getOrDefault(message.key(), List.of())))
                .toList();
    }
}
