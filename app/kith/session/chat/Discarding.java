package kith.session.chat;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.store.MessageStore;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Takes messages of ours back that came to nobody, with what stands about them. Core lane only.
final class Discarding {

    private final MessageStore store;
    private final ChatList chats;
    private final ShownMessages shown;
    private final NotSent notSent;
    private final Suspicion suspicion;
    private Consumer<Message> fileDropped = _ -> {};

    Discarding(
            MessageStore store,
            ChatList chats,
            ShownMessages shown,
            NotSent notSent,
            Suspicion suspicion) {
        this.store = store;
        this.chats = chats;
        this.shown = shown;
        this.notSent = notSent;
        this.suspicion = suspicion;
    }

    /// @param dropped is told of a message that waits for its file no more, before it is gone
    void onFileDropped(Consumer<Message> dropped) {
        fileDropped = dropped;
    }

    /// Takes back what failed or was not sent yet, and with a message what was to correct it, and
    /// our reactions to it, which nobody could know for what they are.
    ///
    /// @return whether it is gone; not what is on its way by now
    boolean discard(Message message) {
        var corrections = store.corrections(message);
        var about = pendingAbout(message);
        if (MessageSending.isWithoutFile(message)) {
            fileDropped.accept(message);
        }
        if (!store.discard(message)) {
            return false;
        }
        suspicion.clear(message.chat().account(), message.ids().stanza());
        notSent.remove(message);
        shown.removed(message);
        for (var correction : corrections) {
            discard(correction);
            store.find(correction.key()).ifPresent(shown::changed);
        }
        about.forEach(this::discard);
        return true;
    }

    /// Whether no word of a message can have reached the server.
    boolean isHere(Message message) {
        boolean isFileHere =
                message.delivery() instanceof Delivery.Queued
                        && MessageSending.isWithoutFile(message);
        return isFileHere || notSent.contains(message, chats.kind(message.chat()));
    }

    /// What is to take back a message is written: of what else says something of that, nothing is
    /// sent that wasn't yet.
    void retracting(Message message) {
        Stream.concat(store.corrections(message).stream(), pendingAbout(message).stream())
                .filter(each -> !(each.content() instanceof Content.Retraction))
                .filter(this::isHere)
                .forEach(this::discard);
    }

    private List<Message> pendingAbout(Message message) {
        return store.pending().stream()
                .filter(each -> each.chat().equals(message.chat()))
                .filter(each -> isAbout(each, message))
                .toList();
    }

    private boolean isAbout(Message about, Message message) {
        return Stream.concat(store.reactedTo(about).stream(), store.retracted(about).stream())
                .anyMatch(it -> it.key().equals(message.key()));
    }
}
