package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.session.account.Links;
import kith.session.room.RoomRequests.Request;
import kith.xmpp.xep.Xep0045Approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who wants to be a member of rooms that we are an admin or owner of (XEP-0045 §9.9).
///
/// A request is over once we have answered it; where the room refuses the answer it waits again.
/// [#of] and [#answer] are any thread's, all else the core lane's.
public final class RegistrationRequests {

    /// More at a time is an attack; those that come after are dropped.
    static final int MOST = 50;

    private final Links links;
    private final Xep0045Approval xep;
    private final RoomVisits visits;
    private final RoomRequests sent;
    private final AskedRooms asked;
    private final Lane core;
    private final Map<ChatKey, Cell<List<RegistrationRequest>>> open = new ConcurrentHashMap<>();

    public RegistrationRequests(
            Links links,
            Xep0045Approval xep,
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

    /// Who wants to be a member of a room, the first that asked first.
    public Live<List<RegistrationRequest>> of(ChatKey room) {
        return cell(room);
    }

    /// Answers somebody. A room says nothing to that but no.
    ///
    /// @return why the answer is not taken; empty once it is, or long afterwards
    public CompletionStage<Optional<Refusal>> answer(
            ChatKey room, RegistrationRequest request, boolean isGranted) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(() -> answer(room, request, isGranted, outcome));
        return outcome.thenApply(RegistrationRequests::unlessSilent);
    }

    private void answer(
            ChatKey room,
            RegistrationRequest request,
            boolean isGranted,
            CompletableFuture<Optional<Refusal>> outcome) {
        var id =
                links.online(room.account())
                        .flatMap(link -> xep.answer(link, room.peer(), request, isGranted));
        if (id.isPresent()) {
            drop(room, request::equals);
            var _ =
                    outcome.thenApply(RegistrationRequests::unlessSilent)
                            .thenAccept(
                                    refusal -> refusal.ifPresent(any -> requested(room, request)));
        }
        sent.begin(id, new Request(room, request.nick(), outcome));
    }

    /// A room says that somebody wants to be a member. Until it has let us in it is not known what
    /// we are there.
    void requested(ChatKey room, RegistrationRequest request) {
        boolean isOurs =
                visits.find(room)
                        .filter(RoomVisit::isWanted)
                        .filter(visit -> !visits.isJoined(room) || isAdmin(visit))
                        .isPresent();
        var next = new ArrayList<>(cell(room).get());
        if (isOurs && !next.contains(request) && next.size() < MOST) {
            next.add(request);
            set(room, List.copyOf(next));
        }
    }

    /// Somebody in a room, maybe we, is something else there now.
    void changed(ChatKey room, Occupant occupant) {
        if (occupant.isMe() && !isAdmin(occupant)) {
            drop(room, any -> true);
        }
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

    /// There is no session any more that an answer could come in.
    void disconnected(AccountId account) {
        sent.disconnected(account);
    }

    /// The account is gone.
    void forget(AccountId account) {
        sent.disconnected(account);
        open.keySet().stream()
                .filter(room -> room.account().equals(account))
                .forEach(room -> drop(room, any -> true));
    }

    private void drop(ChatKey room, Predicate<RegistrationRequest> which) {
        var asking = open.get(room);
        if (asking != null && asking.get().stream().anyMatch(which)) {
            set(room, asking.get().stream().filter(which.negate()).toList());
        }
    }

    private void set(ChatKey room, List<RegistrationRequest> requests) {
        cell(room).set(requests);
        asked.changed(room, this, !requests.isEmpty());
    }

    private static boolean isAdmin(RoomVisit visit) {
        return visit.occupants().stream().anyMatch(it -> it.isMe() && isAdmin(it));
    }

    private static boolean isAdmin(Occupant occupant) {
        return occupant.affiliation() == Affiliation.OWNER
                || occupant.affiliation() == Affiliation.ADMIN;
    }

    private Cell<List<RegistrationRequest>> cell(ChatKey room) {
        return open.computeIfAbsent(room, unknown -> new Cell<>(core, List.of()));
    }

    private static Optional<Refusal> unlessSilent(Optional<Refusal> refusal) {
        return refusal.filter(it -> it.reason() != Refusal.Reason.TIMED_OUT);
    }
}
