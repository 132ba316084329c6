package kith.session.room;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomState;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.store.RoomStore;
import kith.store.StoreException;
import kith.store.StoredRoom;

import org.jxmpp.jid.BareJid;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The state of all rooms that the user entered or tried to: one [RoomVisit] each, kept in the
/// store and shown as live values.
///
/// Whoever changes a visit calls [#publish] or [#store] afterwards, or nobody sees it. However many
/// changes a batch brings, it shows once; a crowd that comes and goes shows as [Pace] says. The
/// live values are any thread's, all else the core lane's.
public final class RoomVisits {

    private final RoomStore store;
    private final EventFeed feed;
    private final BatchLane core;
    private final Map<ChatKey, RoomVisit> visits = new LinkedHashMap<>();
    private final Cell<List<Room>> rooms;
    private final Map<ChatKey, Cell<List<Occupant>>> occupants = new ConcurrentHashMap<>();

    /// Changed, and not shown yet.
    private final Set<RoomVisit> stale = new LinkedHashSet<>();

    private final Pace pace;

    public RoomVisits(
            RoomStore store, EventFeed feed, BatchLane core, Timer timer, InstantSource clock) {
        this.store = store;
        this.feed = feed;
        this.core = core;
        this.rooms = new Cell<>(core, List.of());
        this.pace = new Pace(core, timer, clock, this::show);
    }

    /// Reads the rooms of an account that the store has.
    public void load(AccountId account) {
        for (var stored : store.all(account)) {
            var room = stored.room();
            var visit = new RoomVisit(room);
            if (stored.isEntered()) {
                visit.wasIn();
            }
            visit.state(stored.isAutojoin() ? RoomState.JOINING : RoomState.LEFT);
            visits.put(room.key(), visit);
            publish(visit);
        }
    }

    /// The nick we have in a room, or had when we were in it last; empty where the user never tried
    /// to enter it.
    public Optional<String> nick(ChatKey room) {
        return find(room).map(visit -> visit.room().nick());
    }

    /// Whether the user entered the room once, or tried to.
    public boolean isKnown(ChatKey room) {
        return visits.containsKey(room);
    }

    /// Whether we are in the room now.
    public boolean isJoined(ChatKey room) {
        return find(room)
                .filter(visit -> visit.room().state() instanceof RoomState.Joined)
                .isPresent();
    }

    /// Whether the user wants to be in a room: see [RoomVisit#isWanted].
    boolean isWanted(ChatKey room) {
        return find(room).filter(RoomVisit::isWanted).isPresent();
    }

    /// Whether what the user has seen in a room is told there: see [RoomVisit#isSmall].
    public boolean isSmall(ChatKey room) {
        return find(room).filter(RoomVisit::isSmall).isPresent();
    }

    /// In the order of the first time.
    Live<List<Room>> rooms() {
        return rooms;
    }

    /// Made by whoever asks first, on whatever thread; set on the core lane.
    Live<List<Occupant>> occupants(ChatKey room) {
        return occupantsOf(room);
    }

    Optional<RoomVisit> find(ChatKey room) {
        return Optional.ofNullable(visits.get(room));
    }

    /// The visits of the room with this address, of whichever accounts.
    Stream<RoomVisit> of(BareJid address) {
        return visits.values().stream().filter(visit -> visit.key().peer().equals(address));
    }

    /// The visit of a room, a new one where there is none yet.
    RoomVisit visit(ChatKey key) {
        return visits.computeIfAbsent(
                key,
                unknown -> new RoomVisit(new Room(key, nameOf(key), "", RoomState.LEFT, "", 0)));
    }

    /// What a room is called whose own name isn't known.
    static String nameOf(ChatKey room) {
        var local = room.peer().getLocalpartOrNull();
        return local == null ? room.peer().toString() : local.toString();
    }

    /// What fails with one goes to the guard and keeps the others from nothing, unless the store
    /// can't do what they all need.
    void each(AccountId account, Consumer<RoomVisit> work) {
        visits.values().stream()
                .filter(visit -> visit.key().account().equals(account))
                .toList()
                .forEach(visit -> guarded(() -> work.accept(visit)));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (StoreException failure) {
            throw failure;
        } catch (RuntimeException | Error failure) {
            core.execute(
                    () -> {
                        throw failure;
                    });
        }
    }

    /// What the next start needs to know of a room has changed: stores and publishes it.
    void store(RoomVisit visit) {
        store.put(new StoredRoom(visit.room(), visit.isWanted(), visit.hasBeenIn()));
        publish(visit);
    }

    /// A room has changed: shows it with the end of the batch.
    void publish(RoomVisit visit) {
        stale.add(visit);
        pace.ask(0);
    }

    /// Only the people in it have changed: in a crowd that shows a moment later, and so it does
    /// while we are being told who is there. Of a crowd that shows once all of them are known:
    /// until then there is enough to do.
    void publishPeople(RoomVisit visit) {
        if (!visit.isAsking()) {
            stale.add(visit);
            pace.ask(visit.size());
        } else if (!isBeingTold(visit)) {
            stale.add(visit);
            pace.askLater();
        }
    }

    private static boolean isBeingTold(RoomVisit visit) {
        return visit.isAsking() && visit.size() > Pace.CROWD;
    }

    /// The account is gone, and its rows with it.
    void forget(AccountId account) {
        visits.keySet().removeIf(key -> key.account().equals(account));
        occupants.keySet().removeIf(key -> key.account().equals(account));
        show();
    }

    private void show() {
        var changed = List.copyOf(stale);
        stale.clear(); // before anything fails: then the next change is shown
        rooms.set(visits.values().stream().map(RoomVisit::room).toList());
        changed.stream()
                .filter(visit -> !isBeingTold(visit))
                .forEach(visit -> occupantsOf(visit.key()).set(visit.occupants()));
        changed.forEach(visit -> feed.tell(new SessionEvent.RoomChanged(visit.room())));
    }

    private Cell<List<Occupant>> occupantsOf(ChatKey room) {
        return occupants.computeIfAbsent(room, unknown -> new Cell<>(core, List.of()));
    }
}
