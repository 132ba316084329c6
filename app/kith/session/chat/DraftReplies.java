package kith.session.chat;

import kith.base.Lane;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.store.DraftStore;
import kith.store.MessageStore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Which message the user has begun to answer in each chat; kept over restarts, beside what they
/// have written of it ([Drafts]). Any thread.
public final class DraftReplies {

    private final DraftStore store;
    private final MessageStore messages;
    private final Lane core;

    /// What the user has said of it in this run.
    private final Map<ChatKey, Optional<MessageKey>> said = new HashMap<>();

    public DraftReplies(DraftStore store, MessageStore messages, Lane core) {
        this.store = store;
        this.messages = messages;
        this.core = core;
    }

    /// What is written to a chat answers this message, or none.
    public void set(ChatKey chat, Optional<MessageKey> message) {
        core.execute(
                () -> {
                    said.put(chat, message);
                    store.setAnswered(chat, message);
                });
    }

    /// The store may have lost what it was given: it is given all again. Core lane only.
    public void storeLost() {
        said.forEach(store::setAnswered);
    }

    /// Looks up the message that is being answered in a chat.
    ///
    /// @param read is told on the core lane, if there is one
    public void get(ChatKey chat, Consumer<Message> read) {
        core.execute(
                () ->
                        store.answered(chat)
                                .flatMap(messages::find)
                                .map(messages::showing)
                                .ifPresent(read));
    }
}
