package kith.session.room;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.session.account.Links;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.RoomStore;
import kith.store.StoredRoom;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The rooms of all accounts: enters, leaves, and knows who is in them.
///
/// A room the user entered is entered again in each new session until they leave it or it refuses;
/// one that can't be reached, or whose service goes down, also within one.
/// Commands may be called on any thread; everything else is the core lane's.
public final class RoomService {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    private final RoomStore store;
    private final Links links;
    private final XmppExtensions extensions;
    private final Function<ChatKey, Optional<Instant>> lastMessageAt;
    private final EventFeed feed;
    private final BatchLane core;
    private final Map<ChatKey, RoomVisit> visits = new LinkedHashMap<>();
    private final Map<ChatKey, Cell<List<Occupant>>> occupants = new ConcurrentHashMap<>();
    private final SubjectChanges subjects = new SubjectChanges();
    private final Set<RoomVisit> stale = new LinkedHashSet<>();
    private final Cell<List<Room>> rooms;
    private final RoomWatch watch;
    private final RoomReturns returns;

    /// @param lastMessageAt when the newest message of the room that we have was sent
    public RoomService(
            RoomStore store,
            Links links,
            XmppExtensions extensions,
            Function<ChatKey, Optional<Instant>> lastMessageAt,
            EventFeed feed,
            BatchLane core,
            Timer timer,
            InstantSource clock) {
        this.store = store;
        this.links = links;
        this.extensions = extensions;
        this.lastMessageAt = lastMessageAt;
        this.feed = feed;
        this.core = core;
        this.rooms = new Cell<>(core, List.of());
        this.watch =
                new RoomWatch(
                        links,
                        extensions.xep0410SelfPing(),
                        timer,
                        clock,
                        room -> nick(room).orElseThrow(),
                        this::enterAgain);
        this.returns =
                new RoomReturns(timer, clock, RandomGenerator.getDefault(), this::enterAgain);
    }

    /// All rooms that the user entered or tried to, in the order of the first time.
    public Live<List<Room>> rooms() {
        return rooms;
    }

    /// One room; empty where the user never tried to enter it.
    public Live<Optional<Room>> room(ChatKey room) {
        return rooms.map(all -> all.stream().filter(each -> each.key().equals(room)).findFirst());
    }

    /// Who is in a room, ourselves among them; empty while we are not.
    public Live<List<Occupant>> occupants(ChatKey room) {
        return occupantsOf(room);
    }

    /// Enters a room, now or as soon as the account is online.
    ///
    /// @param nick what to be called there
    public void join(AccountId account, BareJid room, String nick, Optional<String> password) {
        core.execute(
                () -> {
                    var visit = visit(new ChatKey(account, room));
                    visit.ask(nick, password);
                    store.put(new StoredRoom(visit.room(), true));
                    enter(visit);
                    publish(visit);
                });
    }

    /// The user turns to a room: whether we are still in it is asked where that isn't certain.
    public void looking(ChatKey room) {
        core.execute(() -> watch.looking(room));
    }

    /// Leaves a room and stays away. What was said stays in the history.
    public void leave(ChatKey room) {
        core.execute(
                () ->
                        known(
                                room,
                                visit -> {
                                    links.online(room.account())
                                            .ifPresent(
                                                    link ->
                                                            extensions
                                                                    .xep0045Rooms()
                                                                    .leave(
                                                                            link,
                                                                            room.peer(),
                                                                            visit.room().nick()));
                                    subjects.left(room);
                                    watch.left(room);
                                    returns.forget(room);
                                    visit.state(RoomState.LEFT);
                                    store.put(new StoredRoom(visit.room(), false));
                                    publish(visit);
                                }));
    }

    /// Asks the room for another subject; it shows when the room says so.
    ///
    /// @param subject empty takes it away
    /// @return completes when the room has answered, at once while offline: why it has not the new
    ///   subject; empty where it has
    public CompletionStage<Optional<Refusal>> changeSubject(ChatKey room, String subject) {
        var outcome = new CompletableFuture<Optional<Refusal>>();
        core.execute(
                () ->
                        links.online(room.account())
                                .flatMap(
                                        link ->
                                                extensions
                                                        .xep0045Rooms()
                                                        .changeSubject(link, room.peer(), subject))
                                .ifPresentOrElse(
                                        id -> subjects.asked(id, room, subject, outcome),
                                        () -> outcome.complete(OFFLINE)));
        return outcome;
    }

    /// Reads the rooms that the store has. Core lane only.
    public void load(AccountId account) {
        for (var stored : store.all(account)) {
            var room = stored.room();
            var visit = new RoomVisit(room);
            visit.wasIn();
            visit.state(stored.isAutojoin() ? RoomState.JOINING : RoomState.LEFT);
            visits.put(room.key(), visit);
            publish(visit);
        }
    }

    /// A session has begun: the server knows nothing of the rooms we were in. Core lane only.
    public void signedIn(AccountId account) {
        subjects.disconnected(account);
        of(
                account,
                visit -> {
                    watch.left(visit.key());
                    if (visit.isWanted()) {
                        visit.ask(visit.room().nick(), visit.password());
                        enter(visit);
                        publish(visit);
                    }
                });
    }

    /// A session goes on after an interruption: are we still in the rooms? Core lane only.
    public void resumed(AccountId account) {
        watch.resumed(account);
    }

    /// The room has said something. Core lane only.
    public void heard(ChatKey room) {
        watch.heard(room);
    }

    /// There is no session that could be resumed: who is in the rooms is not known. Core lane only.
    public void disconnected(AccountId account) {
        subjects.disconnected(account);
        of(
                account,
                visit -> {
                    watch.left(visit.key());
                    if (visit.isWanted()) {
                        visit.state(RoomState.JOINING);
                        publish(visit);
                    }
                });
    }

    /// The account is gone. Core lane only.
    public void forget(AccountId account) {
        subjects.disconnected(account);
        of(
                account,
                visit -> {
                    watch.left(visit.key());
                    returns.forget(visit.key());
                });
        visits.keySet().removeIf(key -> key.account().equals(account));
        occupants.keySet().removeIf(key -> key.account().equals(account));
        show();
    }

    /// The room has let us in. Core lane only.
    public void joined(ChatKey room, String nick) {
        known(
                room,
                visit -> {
                    visit.joined(nick);
                    watch.joined(room);
                    returns.entering(room);
                    store.put(new StoredRoom(visit.room(), true));
                    publish(visit);
                });
    }

    /// The room hasn't let us in; it isn't asked again by itself, unless it could not be reached.
    /// Core lane only.
    public void refused(ChatKey room, RoomState.Refused refusal) {
        known(
                room,
                visit -> {
                    if (visit.isAsking()) { // nobody left meanwhile
                        watch.left(room);
                        visit.state(refusal);
                        comeBack(visit);
                        publish(visit);
                    }
                });
    }

    /// We are in the room no more. Core lane only.
    public void ended(ChatKey room, RoomState state) {
        subjects.left(room);
        watch.left(room);
        known(
                room,
                visit -> {
                    if (!(visit.room().state() instanceof RoomState.Left)) {
                        visit.state(state);
                        comeBack(visit);
                        publish(visit);
                    }
                });
    }

    /// Someone is in the room or changed there. Core lane only.
    public void put(ChatKey room, Occupant occupant) {
        watch.heard(room);
        changed(room, visit -> visit.put(occupant));
    }

    /// Someone is called otherwise now. Core lane only.
    public void renamed(ChatKey room, String from, String to) {
        changed(room, visit -> visit.rename(from, to));
    }

    /// Someone is in the room no more. Core lane only.
    public void left(ChatKey room, String nick) {
        changed(room, visit -> visit.remove(nick));
    }

    /// The room's subject. Core lane only.
    public void subject(ChatKey room, String subject) {
        subjects.changed(room, subject);
        known(
                room,
                visit -> {
                    visit.subject(subject);
                    store.put(new StoredRoom(visit.room(), visit.isWanted()));
                    publish(visit);
                });
    }

    /// A message was refused, maybe one that asked for another subject. Core lane only.
    public void messageRefused(AccountId account, String id, Refusal refusal) {
        subjects.refused(account, id, refusal);
    }

    /// The room's own name. Core lane only.
    public void named(ChatKey room, String name) {
        known(
                room,
                visit -> {
                    visit.name(name);
                    store.put(new StoredRoom(visit.room(), visit.isWanted()));
                    publish(visit);
                });
    }

    /// The nick we have in a room that we are in. Core lane only.
    public Optional<String> nick(ChatKey room) {
        return Optional.ofNullable(visits.get(room)).map(visit -> visit.room().nick());
    }

    /// Whether we are in the room now. Core lane only.
    public boolean isJoined(ChatKey room) {
        var visit = visits.get(room);
        return visit != null && visit.room().state() instanceof RoomState.Joined;
    }

    /// The room has lost us: what was said meanwhile comes from its archive or with its history.
    private void enterAgain(ChatKey room) {
        if (links.online(room.account()).isEmpty()) {
            returns.later(room);
            return;
        }
        known(
                room,
                visit -> {
                    visit.ask(visit.room().nick(), visit.password());
                    enter(visit);
                    publish(visit);
                });
    }

    /// Where we were, and would be but for what passes.
    private void comeBack(RoomVisit visit) {
        if (visit.isWanted()) {
            returns.out(visit.key());
        }
    }

    private void enter(RoomVisit visit) {
        var key = visit.key();
        returns.entering(key);
        links.online(key.account())
                .ifPresent(
                        link ->
                                extensions
                                        .xep0045Rooms()
                                        .join(
                                                link,
                                                key.peer(),
                                                visit.room().nick(),
                                                visit.password(),
                                                lastMessageAt.apply(key)));
    }

    private RoomVisit visit(ChatKey key) {
        return visits.computeIfAbsent(
                key,
                unknown -> {
                    var local = key.peer().getLocalpartOrNull();
                    var name = local == null ? key.peer().toString() : local.toString();
                    return new RoomVisit(new Room(key, name, "", RoomState.LEFT, "", 0));
                });
    }

    private void known(ChatKey room, Consumer<RoomVisit> work) {
        Optional.ofNullable(visits.get(room)).ifPresent(work);
    }

    private void changed(ChatKey room, Consumer<RoomVisit> change) {
        known(
                room,
                visit -> {
                    change.accept(visit);
                    publish(visit);
                });
    }

    private void of(AccountId account, Consumer<RoomVisit> work) {
        visits.values().stream()
                .filter(visit -> visit.key().account().equals(account))
                .toList()
                .forEach(work);
    }

    /// Made by whoever asks first, on whatever thread; set on the core lane.
    private Cell<List<Occupant>> occupantsOf(ChatKey room) {
        return occupants.computeIfAbsent(room, unknown -> new Cell<>(core, List.of()));
    }

    private void publish(RoomVisit visit) {
        if (stale.isEmpty()) {
            core.atBatchEnd(this::show);
        }
        stale.add(visit);
    }

    private void show() {
        rooms.set(visits.values().stream().map(RoomVisit::room).toList());
        for (var visit : stale) {
            occupantsOf(visit.key()).set(visit.occupants());
            feed.tell(new SessionEvent.RoomChanged(visit.room()));
        }
        stale.clear();
    }
}
