package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Removal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What rooms say of themselves that concerns what is written there: how long to wait between two
/// messages (XEP-0500), and whether moderators can remove some (XEP-0425).
///
/// The live values are any thread's, all else the core lane's.
public final class RoomOffers {

    private final Lane core;
    private final Map<ChatKey, Cell<Duration>> pauses = new ConcurrentHashMap<>();
    private final Map<ChatKey, Cell<Removal>> removals = new ConcurrentHashMap<>();
    private Consumer<ChatKey> paused = _ -> {};

    public RoomOffers(Lane core) {
        this.core = core;
    }

    /// How long a room has people wait between two messages; zero for no time, and where it isn't
    /// known.
    public Live<Duration> pause(ChatKey room) {
        return pauseCell(room);
    }

    /// How a room lets moderators remove messages.
    public Live<Removal> removal(ChatKey room) {
        return removalCell(room);
    }

    /// Says who is told of rooms that have people wait for another time than before.
    void onPause(Consumer<ChatKey> newPaused) {
        paused = newPaused;
    }

    /// A room has said how long.
    void told(ChatKey room, Duration pause) {
        var cell = pauseCell(room);
        boolean isNew = !cell.get().equals(pause);
        cell.set(pause);
        if (isNew) {
            paused.accept(room);
        }
    }

    /// A room has said how.
    void told(ChatKey room, Removal removal) {
        removalCell(room).set(removal);
    }

    /// The account is gone.
    void forget(AccountId account) {
        pauses.keySet().removeIf(room -> room.account().equals(account));
        removals.keySet().removeIf(room -> room.account().equals(account));
    }

    private Cell<Duration> pauseCell(ChatKey room) {
        return pauses.computeIfAbsent(room, unknown -> new Cell<>(core, Duration.ZERO));
    }

    private Cell<Removal> removalCell(ChatKey room) {
        return removals.computeIfAbsent(room, unknown -> new Cell<>(core, Removal.NONE));
    }
}
