package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0045Rooms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Asks rooms for other subjects, and knows which they have not answered yet. Every one ends: with
/// the new subject, with a refusal, with our leaving the room, or with the session.
///
/// Core lane only.
public final class SubjectChanges {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    private final Links links;
    private final Xep0045Rooms xep;

    /// By the id of the message that asks.
    private final Map<String, Change> asked = new HashMap<>();

    public SubjectChanges(Links links, Xep0045Rooms xep) {
        this.links = links;
        this.xep = xep;
    }

    /// @param outcome empty where the room has the subject now
    private record Change(
            ChatKey room, String subject, CompletableFuture<Optional<Refusal>> outcome) {}

    /// Asks a room.
    ///
    /// @param outcome is completed: at once while offline
    void ask(ChatKey room, String subject, CompletableFuture<Optional<Refusal>> outcome) {
        links.online(room.account())
                .flatMap(link -> xep.changeSubject(link, room.peer(), subject))
                .ifPresentOrElse(
                        id -> asked.put(id, new Change(room, subject, outcome)),
                        () -> outcome.complete(OFFLINE));
    }

    /// A room has this subject now, whoever asked for it.
    void changed(ChatKey room, String subject) {
        end(
                change -> change.room().equals(room) && change.subject().equals(subject),
                Optional.empty());
    }

    /// A message was refused, maybe one that asks.
    void refused(AccountId account, String id, Refusal refusal) {
        var change = asked.get(id);
        if (change != null && change.room().account().equals(account)) {
            asked.remove(id);
            change.outcome().complete(Optional.of(refusal));
        }
    }

    /// We are in a room no more.
    void left(ChatKey room) {
        end(
                change -> change.room().equals(room),
                Optional.of(Refusal.of(Refusal.Reason.NOT_ACCEPTABLE)));
    }

    /// There is no session any more that an answer could come in.
    void disconnected(AccountId account) {
        end(change -> change.room().account().equals(account), OFFLINE);
    }

    private void end(Predicate<Change> which, Optional<Refusal> outcome) {
        var ended = asked.values().stream().filter(which).toList();
        asked.values().removeAll(ended);
        ended.forEach(change -> change.outcome().complete(outcome));
    }
}
