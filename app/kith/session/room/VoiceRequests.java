package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.VoiceRequest;
import kith.session.account.Links;
import kith.session.room.RoomRequests.Request;
import kith.xmpp.xep.Xep0045Voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who asks for the right to write in rooms that we moderate, and our own asking in others
/// (XEP-0045 §§7.13, 8.6).
///
/// A request is over once we, or another moderator, have answered it, and with the visit of who
/// asks, or ours. [#ask], [#answer] and [#of] are any thread's, all else the core lane's.
public final class VoiceRequests {

    /// More at a time is an attack; those that come after are dropped.
    static final int MOST = 50;

    private final Links links;
    private final Xep0045Voice xep;
    private final RoomVisits visits;
    private final RoomRequests sent;
    private final AskedRooms asked;
    private final Lane core;
    private final Map<ChatKey, Cell<List<VoiceRequest>>> open = new ConcurrentHashMap<>();

    public VoiceRequests(
            Links links,
            Xep0045Voice xep,
            RoomVisits visits,
            AskedRooms asked,
            Timer timer,
            Lane core) {
        this.links = links;
        this.xep = xep;
        this.visits = visits;
        this.sent = new RoomRequests(timer);
        this.asked = asked;
        this.core = core;
    }

    /// Who asks in a room now, the first that asked first.
    public Live<List<VoiceRequest>> of(ChatKey room) {
        return cell(room);
    }

    /// Asks a room for voice. It says nothing to that but no; who gets it sees it in their role.
    ///
    /// @return why it was not asked for; empty once it is, or long afterwards
    public CompletionStage<Optional<Refusal>> ask(ChatKey room) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () ->
                        sent.begin(
                                links.online(room.account())
                                        .flatMap(link -> xep.ask(link, room.peer())),
                                new Request(room, ourNick(room), outcome)));
        return outcome.thenApply(VoiceRequests::unlessSilent);
    }

    /// Answers somebody who asks.
    ///
    /// @return why they don't get it; empty where they do, or are not to
    public CompletionStage<Optional<Refusal>> answer(
            ChatKey room, VoiceRequest request, boolean isGranted) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () -> {
                    var id =
                            links.online(room.account())
                                    .flatMap(
                                            link ->
                                                    xep.answer(
                                                            link, room.peer(), request, isGranted));
                    if (id.isPresent()) {
                        drop(room, request::equals);
                    }
                    if (id.isPresent() && !isGranted) {
                        outcome.complete(Optional.empty()); // to that no room says anything
                    } else {
                        sent.begin(id, new Request(room, request.nick(), outcome));
                    }
                });
        return outcome;
    }

    /// A room says that somebody asks. Who asks again is still one.
    void requested(ChatKey room, VoiceRequest request) {
        if (!visits.isJoined(room)) {
            return;
        }
        var next = new ArrayList<>(cell(room).get());
        boolean isAgain = next.stream().anyMatch(it -> it.nick().equals(request.nick()));
        if (!isAgain && next.size() < MOST) {
            next.add(request);
            set(room, List.copyOf(next));
        }
    }

    /// Somebody may do something else now; who may write need not ask any more.
    void changed(ChatKey room, Occupant occupant) {
        if (occupant.role() == Occupant.Role.VISITOR) {
            return;
        }
        sent.open(room).stream()
                .filter(request -> request.wanted().equals(occupant.nick()))
                .forEach(sent::granted);
        gone(room, occupant.nick());
    }

    /// Somebody is in the room no more, or not by this nick.
    void gone(ChatKey room, String nick) {
        drop(room, request -> request.nick().equals(nick));
    }

    /// A message was refused, maybe one of ours.
    void refused(AccountId account, String id, Refusal refusal) {
        sent.refused(id, room -> room.account().equals(account), refusal);
    }

    /// We are in a room no more.
    void left(ChatKey room) {
        sent.left(room, Refusal.Reason.NOT_ACCEPTABLE);
        drop(room, any -> true);
    }

    /// There is no session any more in which anybody asks.
    void disconnected(AccountId account) {
        sent.disconnected(account);
        open.keySet().stream()
                .filter(room -> room.account().equals(account))
                .forEach(room -> drop(room, any -> true));
    }

    private void drop(ChatKey room, Predicate<VoiceRequest> which) {
        var asking = open.get(room);
        if (asking != null && asking.get().stream().anyMatch(which)) {
            set(room, asking.get().stream().filter(which.negate()).toList());
        }
    }

    private void set(ChatKey room, List<VoiceRequest> requests) {
        cell(room).set(requests);
        asked.changed(room, this, !requests.isEmpty());
    }

    private String ourNick(ChatKey room) {
        return visits.nick(room).orElse("");
    }

    private Cell<List<VoiceRequest>> cell(ChatKey room) {
        return open.computeIfAbsent(room, unknown -> new Cell<>(core, List.of()));
    }

    private static Optional<Refusal> unlessSilent(Optional<Refusal> refusal) {
        return refusal.filter(it -> it.reason() != Refusal.Reason.TIMED_OUT);
    }
}
