package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Removal;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0030Disco;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What rooms say of themselves that concerns what is written there: how long to wait between two
/// messages (XEP-0500), and whether moderators can remove some (XEP-0425).
///
/// A room that says that it is otherwise is asked again. The live values are any thread's, all else
/// the core lane's.
public final class RoomOffers {

    private final Links links;
    private final Xep0030Disco disco;
    private final Lane core;
    private final Map<ChatKey, Cell<Duration>> pauses = new ConcurrentHashMap<>();
    private final Map<ChatKey, Cell<Removal>> removals = new ConcurrentHashMap<>();

    public RoomOffers(Links links, Xep0030Disco disco, Lane core) {
        this.links = links;
        this.disco = disco;
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

    /// A room has said how long.
    void told(ChatKey room, Duration pause) {
        pauseCell(room).set(pause);
    }

    /// A room has said how.
    void told(ChatKey room, Removal removal) {
        removalCell(room).set(removal);
    }

    /// A room is otherwise than before: asks it how. The answer is heard as any other.
    void configured(ChatKey room) {
        links.online(room.account()).ifPresent(link -> disco.features(link, room.peer()));
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
