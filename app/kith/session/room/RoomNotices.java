package kith.session.room;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.model.RoomTraits.Trait;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What happened to people in the rooms that we are in: who came, left, was put out, may do
/// something else or is called otherwise now; and what the rooms say that they are. Known while the
/// program runs, and never stored.
///
/// The live values are any thread's, all else the core lane's.
public final class RoomNotices {

    /// In a room of no more people each of them counts.
    private static final int SMALL = 10;

    private final BatchLane core;
    private final InstantSource clock;
    private final Map<ChatKey, NoticeBoard> boards = new HashMap<>();
    private final Map<ChatKey, Cell<List<RoomNotice>>> shown = new ConcurrentHashMap<>();
    private final Announcements announcements = new Announcements();
    private final Set<ChatKey> stale = new LinkedHashSet<>();
    private final Pace pace;

    public RoomNotices(BatchLane core, Timer timer, InstantSource clock) {
        this.core = core;
        this.clock = clock;
        this.pace = new Pace(core, timer, clock, this::show);
    }

    /// The newest notices of a room, oldest first.
    public Live<List<RoomNotice>> of(ChatKey room) {
        return cell(room);
    }

    /// Someone is there who wasn't, or is there otherwise.
    ///
    /// @param entry what is told before we are in is no news
    void put(RoomVisit visit, RoomVisit.Entry entry) {
        if (!(visit.room().state() instanceof RoomState.Joined)) {
            return;
        }
        var now = entry.now();
        if (entry.before().isPresent() && entry.newcomer() == Newcomer.SAME) {
            changed(visit, entry.before().get(), now);
        } else if (!now.isMe()) {
            board(visit).came(now.nick(), entry.newcomer(), now(), isSmall(visit));
            changed(visit);
        }
    }

    private void changed(RoomVisit visit, Occupant before, Occupant now) {
        if (before.affiliation() != now.affiliation()) {
            board(visit)
                    .add(
                            number ->
                                    new RoomNotice.AffiliationChanged(
                                            number,
                                            now(),
                                            now.nick(),
                                            now.isMe(),
                                            before.affiliation(),
                                            now.affiliation()));
            changed(visit);
        } else if (before.role() != now.role()) {
            board(visit)
                    .add(
                            number ->
                                    new RoomNotice.RoleChanged(
                                            number,
                                            now(),
                                            now.nick(),
                                            now.isMe(),
                                            before.role(),
                                            now.role()));
            changed(visit);
        }
    }

    /// Someone who is there was called otherwise.
    void renamed(RoomVisit visit, String from, Occupant now) {
        if (visit.room().state() instanceof RoomState.Joined && !from.equals(now.nick())) {
            board(visit)
                    .add(
                            number ->
                                    new RoomNotice.Renamed(
                                            number, now(), now.isMe(), from, now.nick()));
            changed(visit);
        }
    }

    /// Someone who was there has left by themselves.
    void left(RoomVisit visit, String nick) {
        board(visit).left(nick, now(), isSmall(visit));
        changed(visit);
    }

    /// Someone who was there was put out.
    void removed(RoomVisit visit, String nick, RoomState.Removed how) {
        if (how.cause() == RoomState.Cause.CONNECTION_LOST
                || how.cause() == RoomState.Cause.SERVICE_SHUTDOWN) {
            left(visit, nick); // by nobody's wish
            return;
        }
        board(visit).add(number -> new RoomNotice.Removed(number, now(), nick, how));
        changed(visit);
    }

    /// The room has said what it is now, as it lets us in or later.
    void announced(RoomVisit visit, Set<Trait> now, Set<Trait> noMore) {
        announced(visit, announcements.of(visit, now, noMore));
    }

    /// Something about the room has changed.
    void configured(RoomVisit visit) {
        announced(visit, announcements.ofSettings(visit.key()));
    }

    private void announced(RoomVisit visit, List<RoomNotice.Announcement> all) {
        for (var what : all) {
            board(visit).add(number -> new RoomNotice.Announced(number, now(), what));
            changed(visit);
        }
    }

    /// Something was said in the room, or we are in it no more.
    void interrupted(ChatKey room) {
        announcements.interrupted(room);
        var board = boards.get(room);
        if (board != null) {
            board.close();
        }
    }

    /// The account is gone.
    void forget(AccountId account) {
        announcements.forget(account);
        boards.keySet().removeIf(key -> key.account().equals(account));
        shown.keySet().removeIf(key -> key.account().equals(account));
    }

    private NoticeBoard board(RoomVisit visit) {
        return boards.computeIfAbsent(visit.key(), _ -> new NoticeBoard());
    }

    private void changed(RoomVisit visit) {
        stale.add(visit.key());
        pace.ask(visit.size());
    }

    private void show() {
        var changed = List.copyOf(stale);
        stale.clear();
        for (var room : changed) {
            var board = boards.get(room);
            if (board != null) {
                cell(room).set(board.all());
            }
        }
    }

    private Cell<List<RoomNotice>> cell(ChatKey room) {
        return shown.computeIfAbsent(room, _ -> new Cell<>(core, List.of()));
    }

    private static boolean isSmall(RoomVisit visit) {
        return visit.size() <= SMALL;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
