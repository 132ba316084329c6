package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// What rooms were asked for and have not answered yet. Every one ends: with an answer, with our
/// leaving the room, with the session, or with time, for a room may say nothing.
///
/// Core lane only.
final class RoomRequests {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
    private static final Optional<Refusal> NO_ANSWER =
            Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT));

    /// A room that has said nothing of it for so long won't.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Timer timer;

    /// By the id of the stanza that asks, the first that was asked first.
    private final Map<String, Request> asked = new LinkedHashMap<>();

    RoomRequests(Timer timer) {
        this.timer = timer;
    }

    /// One of them.
    ///
    /// @param outcome empty where it is as wanted now
    record Request(ChatKey room, String wanted, CompletableFuture<Optional<Refusal>> outcome) {}

    /// A room was asked.
    ///
    /// @param id of the stanza that asks; empty while offline, which ends it at once
    void begin(Optional<String> id, Request request) {
        id.ifPresentOrElse(sent -> await(sent, request), () -> request.outcome().complete(OFFLINE));
    }

    private void await(String id, Request request) {
        asked.put(id, request);
        timer.after(PATIENCE, () -> end(request::equals, NO_ANSWER));
    }

    /// What a room has not answered yet, the first that was asked first.
    List<Request> open(ChatKey room) {
        return asked.values().stream().filter(request -> request.room().equals(room)).toList();
    }

    /// A room does as it was asked.
    void granted(Request request) {
        end(request::equals, Optional.empty());
    }

    /// A stanza was refused, maybe one that asks.
    ///
    /// @param from tells whether it was a room that may say so
    void refused(String id, Predicate<ChatKey> from, Refusal refusal) {
        var request = asked.get(id);
        if (request != null && from.test(request.room())) {
            end(request::equals, Optional.of(refusal));
        }
    }

    /// We are in a room no more.
    void left(ChatKey room, Refusal.Reason why) {
        end(request -> request.room().equals(room), Optional.of(Refusal.of(why)));
    }

    /// There is no session any more that an answer could come in.
    void disconnected(AccountId account) {
        end(request -> request.room().account().equals(account), OFFLINE);
    }

    private void end(Predicate<Request> which, Optional<Refusal> outcome) {
        var ended = asked.values().stream().filter(which).toList();
        asked.values().removeAll(ended);
        ended.forEach(request -> request.outcome().complete(outcome));
    }
}
