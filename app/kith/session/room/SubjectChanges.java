package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0045Rooms;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Asks rooms for other subjects, and knows which they have not answered yet. Every one ends: with
/// the new subject, with a refusal, with our leaving the room, with the session, or with time: a
/// room may make other words of it, or say nothing.
///
/// Core lane only.
public final class SubjectChanges {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
    private static final Optional<Refusal> NO_ANSWER =
            Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT));

    /// A room that has said nothing of it for so long won't.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Links links;
    private final Xep0045Rooms xep;
    private final Timer timer;

    /// By the id of the message that asks.
    private final Map<String, Change> asked = new HashMap<>();

    public SubjectChanges(Links links, Xep0045Rooms xep, Timer timer) {
        this.links = links;
        this.xep = xep;
        this.timer = timer;
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
                        id -> await(id, new Change(room, subject, outcome)),
                        () -> outcome.complete(OFFLINE));
    }

    private void await(String id, Change change) {
        asked.put(id, change);
        timer.after(PATIENCE, () -> end(change::equals, NO_ANSWER));
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
