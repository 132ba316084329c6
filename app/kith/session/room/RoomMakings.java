package kith.session.room;

import kith.base.Lane;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.session.account.Links;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.xep.XmppExtensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/// Makes rooms at the service of the user's server (XEP-0045 §10.1): one [RoomCreation] each.
///
/// Until one is as it was wanted it is nobody's room: what is heard of it is for the creation
/// alone. Then it becomes a room that the user has entered like any other. Core lane only, but for
/// [#make].
public final class RoomMakings {

    private final RoomVisits visits;
    private final Links links;
    private final XmppExtensions extensions;
    private final Timer timer;
    private final RandomGenerator random;
    private final Lane core;
    private final List<RoomCreation> running = new ArrayList<>();
    private BiConsumer<AccountId, RoomJoined> entered = (_, _) -> {};

    public RoomMakings(
            RoomVisits visits,
            Links links,
            XmppExtensions extensions,
            Timer timer,
            RandomGenerator random,
            Lane core) {
        this.visits = visits;
        this.links = links;
        this.extensions = extensions;
        this.timer = timer;
        this.random = random;
        this.core = core;
    }

    /// Says who is told of a room that is ready as of any other that has let us in.
    public void whenEntered(BiConsumer<AccountId, RoomJoined> told) {
        entered = told;
    }

    /// Makes a room and stays in it. Any thread.
    ///
    /// @return how it goes; at once to its end while the account is offline
    public MakingRoom make(AccountId account, NewRoom wanted) {
        var outcome = new CompletableFuture<RoomMaking>();
        var sites =
                new RoomSites(
                        account, wanted.localpart(), links, extensions, this::isUsers, random);
        var creation =
                new RoomCreation(
                        account, wanted, links, extensions, timer, sites, this::made, outcome);
        core.execute(() -> begin(creation));
        return new MakingRoom(outcome, () -> core.execute(creation::cancel));
    }

    private boolean isUsers(ChatKey room) {
        return visits.find(room).filter(RoomVisit::isWanted).isPresent();
    }

    private void begin(RoomCreation creation) {
        running.removeIf(RoomCreation::isGone);
        running.add(creation);
        creation.begin();
    }

    /// From here on it is a room that the user has entered.
    private void made(RoomCreation creation, ChatKey room, String nick) {
        running.remove(creation);
        var visit = visits.visit(room);
        visit.ask(nick, Optional.empty());
        visit.name(creation.wanted().name());
        creation.occupants().forEach(visit::put);
        entered.accept(room.account(), new RoomJoined(room.peer(), nick));
        links.online(room.account())
                .ifPresent(link -> extensions.xep0030Disco().features(link, room.peer()));
    }

    /// A room was not there before it was entered.
    ///
    /// @return whether it is one that is being made
    boolean created(ChatKey room) {
        var creation = find(room);
        creation.ifPresent(RoomCreation::created);
        return creation.isPresent();
    }

    /// A room has let us in.
    ///
    /// @return whether it is one that is being made
    boolean joined(ChatKey room, String nick) {
        var creation = find(room);
        creation.ifPresent(it -> it.joined(nick));
        return creation.isPresent();
    }

    /// A room hasn't let us in.
    ///
    /// @return whether it is one that is being made
    boolean refused(ChatKey room, Refusal refusal) {
        var creation = find(room);
        creation.ifPresent(it -> it.refused(refusal));
        return creation.isPresent();
    }

    /// Someone is in a room.
    ///
    /// @return whether it is one that is being made
    boolean put(ChatKey room, Occupant occupant) {
        var creation = find(room);
        creation.ifPresent(it -> it.put(occupant));
        return creation.isPresent();
    }

    /// We are in a room no more.
    ///
    /// @return whether it is one that was being made
    boolean ended(ChatKey room) {
        var creation = find(room);
        creation.ifPresent(RoomCreation::ended);
        running.removeIf(RoomCreation::isGone);
        return creation.isPresent();
    }

    /// There is no session any more in which one could be made.
    void disconnected(AccountId account) {
        var lost = running.stream().filter(it -> it.account().equals(account)).toList();
        running.removeAll(lost);
        lost.forEach(RoomCreation::disconnected);
    }

    /// Where a room has not answered in time and the user enters it as any other, what it says is
    /// about that: it is not to be taken down as one that nobody wants.
    private Optional<RoomCreation> find(ChatKey room) {
        if (visits.find(room).filter(RoomVisit::isAsking).isPresent()) {
            running.removeIf(it -> it.isAt(room) && it.isOver());
        }
        return running.stream().filter(it -> it.isAt(room)).findFirst();
    }
}
