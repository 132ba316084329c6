package kith.session.room;

import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0045Rooms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Asks rooms to call us otherwise, and knows which have not answered yet (XEP-0045 §7.6). Every
/// one ends: with the new nick or another that the room gives us, with a refusal, with our leaving
/// the room, with the session, or with time.
///
/// Core lane only.
public final class NickChanges {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
    private static final Optional<Refusal> NO_ANSWER =
            Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT));

    /// A room that has said nothing of it for so long won't.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Links links;
    private final Xep0045Rooms xep;
    private final Timer timer;

    /// By the id of the presence that asks, the first that was asked first.
    private final Map<String, Change> asked = new LinkedHashMap<>();

    public NickChanges(Links links, Xep0045Rooms xep, Timer timer) {
        this.links = links;
        this.xep = xep;
        this.timer = timer;
    }

    /// @param outcome empty where we have another nick now
    private record Change(
            ChatKey room, String nick, CompletableFuture<Optional<Refusal>> outcome) {}

    /// Asks a room that we are in.
    ///
    /// @param nick another than we have
    /// @param outcome is completed: at once while offline, or where no room has such a nick
    void ask(ChatKey room, String nick, CompletableFuture<Optional<Refusal>> outcome) {
        if (!Xep0045Rooms.isNick(nick)) {
            outcome.complete(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
            return;
        }
        links.online(room.account())
                .flatMap(link -> xep.changeNick(link, room.peer(), nick))
                .ifPresentOrElse(
                        id -> await(id, new Change(room, nick, outcome)),
                        () -> outcome.complete(OFFLINE));
    }

    private void await(String id, Change change) {
        asked.put(id, change);
        timer.after(PATIENCE, () -> end(change::equals, NO_ANSWER));
    }

    /// We are called otherwise in a room now, as asked or as it likes to write it. That answers one
    /// question: the one for this nick, else the first that is open.
    void changed(ChatKey room, String nick) {
        var open = asked.values().stream().filter(change -> change.room().equals(room)).toList();
        open.stream()
                .filter(change -> change.nick().equals(nick))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(answered -> end(answered::equals, Optional.empty()));
    }

    /// A presence of ours was refused, maybe one that asks.
    void refused(ChatKey room, String id, Refusal refusal) {
        var change = asked.get(id);
        if (change != null && change.room().equals(room)) {
            asked.remove(id);
            change.outcome().complete(Optional.of(refusal));
        }
    }

    /// We are in a room no more.
    void left(ChatKey room) {
        end(change -> change.room().equals(room), OFFLINE);
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
