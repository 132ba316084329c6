package kith.session.chat;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.MessageStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/// What the user wrote, in whichever chat, and the server doesn't have yet or somebody refused.
///
/// Follows what the session tells of messages; changes nothing itself. Core lane only, but for
/// [#messages].
public final class PendingMessages {

    private final Map<MessageKey, Message> pending = new HashMap<>();
    /// As in their chats; those that wait stand after those that failed.
    private final NavigableSet<Message> inOrder = new TreeSet<>(Message.IN_ORDER);
    private final Cell<List<Message>> messages;
    private final MessageStore store;
    private final Lane core;
    private final Executor afterCommit;

    /// Whether they are told soon: once for all that happens in one batch.
    private boolean isStale;

    /// @param afterCommit runs work on the core lane once the present batch is committed, and after
    ///   the events of before are told
    public PendingMessages(MessageStore store, EventFeed feed, Lane core, Executor afterCommit) {
        this.store = store;
        this.core = core;
        this.afterCommit = afterCommit;
        this.messages = new Cell<>(core, List.of());
        feed.listen(this::happened);
    }

    /// In the order of their chats; immutable. Any thread.
    public Live<List<Message>> messages() {
        return messages;
    }

    /// Begins with what is in the store.
    public void load() {
        store.pending().forEach(this::put);
    }

    /// The account is gone.
    public void forget(AccountId account) {
        afterCommit.execute(
                () ->
                        List.copyOf(inOrder).stream()
                                .filter(message -> message.chat().account().equals(account))
                                .forEach(this::remove));
    }

    private void happened(SessionEvent event) {
        switch (event) {
            case SessionEvent.MessageAdded(var message) -> note(message);
            case SessionEvent.MessageChanged(var message) -> note(message);
            case SessionEvent.MessageRemoved(var message) -> remove(message);
            default -> {} // nothing of messages
        }
    }

    private void note(Message message) {
        if (isPending(message.delivery())) {
            put(message);
        } else {
            remove(message);
        }
    }

    private void put(Message message) {
        var former = pending.put(message.key(), message);
        if (former != null) {
            inOrder.remove(former);
        }
        inOrder.add(message);
        tellSoon();
    }

    private void remove(Message message) {
        var former = pending.remove(message.key());
        if (former != null) {
            inOrder.remove(former);
            tellSoon();
        }
    }

    private static boolean isPending(Delivery delivery) {
        return Delivery.isOutstanding(delivery) || delivery instanceof Delivery.Failed;
    }

    private void tellSoon() {
        if (!isStale) {
            isStale = true;
            core.execute(this::tell);
        }
    }

    private void tell() {
        isStale = false;
        messages.set(List.copyOf(inOrder));
    }
}
