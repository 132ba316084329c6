package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The subjects that rooms were asked for and have not answered yet. Every one ends: with the new
/// subject, with a refusal, with our leaving the room, or with the session. Core lane only.
final class SubjectChanges {

    private final Map<String, Change> asked = new HashMap<>();

    /// @param outcome empty where the room has the subject now
    private record Change(
            ChatKey room, String subject, CompletableFuture<Optional<Refusal>> outcome) {}

    /// A room was asked.
    ///
    /// @param id of the message that asks
    void asked(
            String id, ChatKey room, String subject, CompletableFuture<Optional<Refusal>> outcome) {
        asked.put(id, new Change(room, subject, outcome));
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
        end(
                change -> change.room().account().equals(account),
                Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
    }

    private void end(Predicate<Change> which, Optional<Refusal> outcome) {
        var ended = asked.values().stream().filter(which).toList();
        asked.values().removeAll(ended);
        ended.forEach(change -> change.outcome().complete(outcome));
    }
}
