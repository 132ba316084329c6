package kith.session.chat;

import kith.model.AccountId;
import kith.session.account.Links;
import kith.xmpp.XmppLink;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

/// Brings out small messages that nobody wrote, but that are to arrive: receipts and markers. They
/// wait while there is no session or the line is full, and go out again in the next session where
/// the last one ended before the server had them: twice does no harm.
///
/// In memory only; what a note answers is asked again or no longer of interest after a restart.
/// Core lane only.
public final class Notes {

    private final Links links;
    private final Map<AccountId, Deque<Note>> waiting = new HashMap<>();

    /// By their ids, what the server has not acknowledged.
    private final Map<AccountId, Map<String, Note>> onWire = new HashMap<>();

    public Notes(Links links) {
        this.links = links;
    }

    /// One note.
    ///
    /// @param id of its stanza
    /// @param writer hands it to a link under its id; says whether that took it
    private record Note(String id, BiPredicate<XmppLink, String> writer) {}

    /// Sends a note, now or as soon as it can be.
    ///
    /// @param writer hands it to a link under the id given; says whether the link took it
    void send(AccountId account, BiPredicate<XmppLink, String> writer) {
        waiting(account).add(new Note(UUID.randomUUID().toString(), writer));
        sendWaiting(account);
    }

    /// A session has begun, or goes on: what waits goes out.
    public void online(AccountId account) {
        sendWaiting(account);
    }

    /// The server has it.
    public void acknowledged(AccountId account, String id) {
        onWire(account).remove(id);
        sendWaiting(account); // there is room again
    }

    /// The session they were sent in is gone.
    public void uncertain(AccountId account, Collection<String> ids) {
        var lost = ids.stream().map(onWire(account)::remove).filter(it -> it != null).toList();
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
                                var sent = queue.removeFirst();
                                onWire(account).put(sent.id(), sent);
                            }
                        });
    }

    private static boolean isTaken(XmppLink link, Note note) {
        return note.writer().test(link, note.id());
    }

    private Deque<Note> waiting(AccountId account) {
        return waiting.computeIfAbsent(account, unknown -> new ArrayDeque<>());
    }

    private Map<String, Note> onWire(AccountId account) {
        return onWire.computeIfAbsent(account, unknown -> new LinkedHashMap<>());
    }
}
