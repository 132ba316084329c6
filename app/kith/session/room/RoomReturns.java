package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.RoomState;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Goes back into rooms that we are out of by nobody's wish: their service goes down, they can't be
/// reached, don't answer or are full. Each attempt comes later than the one before, and not all
/// rooms' at one moment.
///
/// Core lane only.
final class RoomReturns {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Who was put out so long ago is as one who never was.
    private static final Duration FORGIVEN = Duration.ofMinutes(10);

    private final Timer timer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<ChatKey> enter;
    private final Map<ChatKey, Away> rooms = new HashMap<>();

    /// @param enter enters a room, where the account is online; in a new session all are entered
    RoomReturns(Timer timer, InstantSource clock, RandomGenerator random, Consumer<ChatKey> enter) {
        this.timer = timer;
        this.clock = clock;
        this.random = random;
        this.enter = enter;
    }

    /// A room that we are or were out of.
    private static final class Away {

        private Duration limit = FIRST;
        private Instant last = Instant.MIN;
        private Subscription alarm = () -> {};
    }

    /// Whether it is by nobody's wish and passes; a room that is full may have place again, however
    /// its service says so: `service-unavailable` (XEP-0045 §7.2.9), or `resource-constraint` as
    /// ejabberd does.
    static boolean isPassing(RoomState state) {
        return switch (state) {
            case RoomState.Left(), RoomState.Joining(), RoomState.Joined() -> false;
            case RoomState.Removed removed ->
                    switch (removed.cause()) {
                        case SERVICE_SHUTDOWN, CONNECTION_LOST -> true;
                        case KICKED, BANNED, NO_LONGER_MEMBER, MEMBERS_ONLY_NOW, DESTROYED -> false;
                    };
            case RoomState.Refused(Refusal refusal) ->
                    switch (refusal.reason()) {
                        case UNAVAILABLE, LIMIT, SERVER_NOT_REACHED, TIMED_OUT, OFFLINE -> true;
                        case FORBIDDEN,
                                PASSWORD_NEEDED,
                                MEMBERS_ONLY,
                                NICK_TAKEN,
                                NOT_ACCEPTABLE,
                                NOT_ALLOWED,
                                NOT_FOUND,
                                BAD_ADDRESS,
                                NOT_SUPPORTED,
                                UNSAFE,
                                FILE_GONE,
                                OTHER ->
                                false;
                    };
        };
    }

    /// We are out of a room that we were in, by nobody's wish: it is entered again after a while.
    void out(ChatKey room) {
        var away = away(room);
        var now = clock.instant();
        if (away.last.isBefore(now.minus(FORGIVEN))) {
            away.limit = FIRST;
        }
        away.last = now;
        wake(room, away);
        var doubled = away.limit.multipliedBy(2);
        away.limit = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /// It can't be entered just now, as the account is offline; unless a new session enters all.
    void later(ChatKey room) {
        wake(room, away(room));
    }

    /// It is being entered, or was.
    void entering(ChatKey room) {
        var away = rooms.get(room);
        if (away != null) {
            away.alarm.close();
        }
    }

    /// Nobody wants to be in any more.
    void forget(ChatKey room) {
        entering(room);
        rooms.remove(room);
    }

    private Away away(ChatKey room) {
        return rooms.computeIfAbsent(room, _ -> new Away());
    }

    private void wake(ChatKey room, Away away) {
        away.alarm.close();
        long half = away.limit.toMillis() / 2;
        var delay = Duration.ofMillis(half + random.nextLong(half));
        away.alarm = timer.after(delay, () -> enter.accept(room));
    }
}
