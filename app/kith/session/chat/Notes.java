package kith.session.chat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.session.account.Links;
import kith.store.Note;
import kith.store.NoteStore;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/// Brings out small messages that nobody wrote, but that are to arrive: receipts and markers. They
/// wait while there is no session or the line is full, and go out again in the next session, also
/// that of the next start, where the last one ended before the server had them: twice does no harm.
/// One that a server without acknowledgements was sent is out.
///
/// Core lane only.
public final class Notes {

    private final NoteStore store;
    private final Links links;
    private final XmppExtensions extensions;
    private final Executor afterCommit;
    private final Map<AccountId, Deque<Note>> waiting = new HashMap<>();

    /// By their ids, what the server has not acknowledged.
    private final Map<AccountId, Map<String, Note>> onWire = new HashMap<>();

    /// @param afterCommit runs work on the core lane once the present batch is committed
    public Notes(NoteStore store, Links links, XmppExtensions extensions, Executor afterCommit) {
        this.store = store;
        this.links = links;
        this.extensions = extensions;
        this.afterCommit = afterCommit;
    }

    /// Sends a note once it is safe, as soon as it can be.
    ///
    /// @param message the id of the message that it is about, as its sender gave it
    void send(ChatKey to, Note.Kind kind, String message) {
        var queue = waiting(to.account());
        var note = store.add(to, kind, message);
        afterCommit.execute(
                () -> {
                    queue.add(note);
                    sendWaiting(to.account());
                });
    }

    /// A session has begun, or goes on: what waits goes out.
    public void online(AccountId account) {
        sendWaiting(account);
    }

    /// The server has it.
    public void acknowledged(AccountId account, String id) {
        var note = onWire(account).remove(id);
        if (note != null) {
            store.remove(note);
        }
        sendWaiting(account); // there is room again
    }

    /// The session they were sent in is gone.
    public void uncertain(AccountId account, Collection<String> ids) {
        var lost = ids.stream().map(onWire(account)::remove).filter(Objects::nonNull).toList();
        onWire(account).clear();
        List.copyOf(lost).reversed().forEach(waiting(account)::addFirst);
    }

    /// The account is gone.
    public void forget(AccountId account) {
        waiting.remove(account);
        onWire.remove(account);
    }

    private void sendWaiting(AccountId account) {
        var queue = waiting(account);
        links.online(account)
                .ifPresent(
                        link -> {
                            while (!queue.isEmpty() && isTaken(link, queue.getFirst())) {
                                sent(account, link, queue.removeFirst());
                            }
                        });
    }

    /// Without stream management nobody will say that it arrived.
    private void sent(AccountId account, XmppLink link, Note note) {
        if (link.isAcknowledging()) {
            onWire(account).put(note.id(), note);
        } else {
            store.remove(note);
        }
    }

    private boolean isTaken(XmppLink link, Note note) {
        return switch (note.kind()) {
            case RECEIVED ->
                    extensions.xep0184Receipts().send(link, note.to(), note.id(), note.message());
            case DISPLAYED ->
                    extensions.xep0333Markers().send(link, note.to(), note.id(), note.message());
            case SEEN_IN_ROOM ->
                    extensions
                            .xep0333Markers()
                            .sendInRoom(link, note.to(), note.id(), note.message());
        };
    }

    private Deque<Note> waiting(AccountId account) {
        return waiting.computeIfAbsent(account, _ -> new ArrayDeque<>(store.all(account)));
    }

    private Map<String, Note> onWire(AccountId account) {
        return onWire.computeIfAbsent(account, _ -> new LinkedHashMap<>());
    }
}
