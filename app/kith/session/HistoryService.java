package kith.session;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Message;
import kith.store.MessageStore;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The whole history, for those who want all of it. Any thread.
public final class HistoryService {

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
}
