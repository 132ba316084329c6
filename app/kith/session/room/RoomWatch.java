package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.session.account.Links;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0410SelfPing;
import kith.xmpp.xep.Xep0410SelfPing.Standing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Notices when a room has lost us without a word (XEP-0410): asks one that was silent for long,
/// one that the user turns to, and all when a session goes on after an interruption.
///
/// Core lane only.
final class RoomWatch {

    /// After so long a silence a room is asked (§4).
    private static final Duration QUIET = Duration.ofMinutes(15);

    /// A room that could not be reached is asked again after this.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /// A room that was heard within this needs no asking when the user looks.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Links links;
    private final Xep0410SelfPing xep;
    private final Timer timer;
    private final InstantSource clock;
    private final Function<ChatKey, String> nick;
    private final Told told;
    private final Map<ChatKey, Watched> rooms = new HashMap<>();

    /// @param nick ours in a room
    RoomWatch(
            Links links,
            Xep0410SelfPing xep,
            Timer timer,
            InstantSource clock,
            Function<ChatKey, String> nick,
            Told told) {
        this.links = links;
        this.xep = xep;
        this.timer = timer;
        this.clock = clock;
        this.nick = nick;
        this.told = told;
    }

    /// Is told what is learned.
    interface Told {

        /// We are in the room no more.
        void lost(ChatKey room);

        /// The room is no more.
        void gone(ChatKey room);

        /// It says that we are in it.
        void stillIn(ChatKey room);

        /// It doesn't answer, or does again.
        void reached(ChatKey room, boolean isReached);
    }

    /// A room that we are in, as far as is known.
    private static final class Watched {

        private Instant heard;
        private Subscription alarm = () -> {};
        private boolean isAsked;

        /// Whether it was asked and nobody answered.
        private boolean isUncertain;

        Watched(Instant heard) {
            this.heard = heard;
        }
    }

    /// The room has let us in.
    void joined(ChatKey room) {
        left(room);
        var watched = new Watched(clock.instant());
        rooms.put(room, watched);
        wake(room, watched, QUIET);
    }

    /// The room said something.
    void heard(ChatKey room) {
        var watched = rooms.get(room);
        if (watched != null) {
            watched.heard = clock.instant();
            uncertain(room, watched, false);
        }
    }

    /// We are not in the room, and know it.
    void left(ChatKey room) {
        var watched = rooms.remove(room);
        if (watched != null) {
            watched.alarm.close();
        }
    }

    /// The user turns to the room.
    void looking(ChatKey room) {
        var watched = rooms.get(room);
        if (watched != null && (watched.isUncertain || silence(watched).compareTo(FRESH) > 0)) {
            ask(room, watched);
        }
    }

    /// Something tells that the room may have lost us.
    void doubt(ChatKey room) {
        var watched = rooms.get(room);
        if (watched != null) {
            ask(room, watched);
        }
    }

    /// A session goes on: what the rooms said meanwhile may be lost, and we with it.
    void resumed(AccountId account) {
        for (var room : List.copyOf(rooms.keySet())) {
            var watched = rooms.get(room);
            if (watched != null && room.account().equals(account)) {
                ask(room, watched);
            }
        }
    }

    private void wake(ChatKey room, Watched watched, Duration delay) {
        watched.alarm.close();
        watched.alarm = timer.after(delay, () -> look(room, watched));
    }

    private void look(ChatKey room, Watched watched) {
        var left = QUIET.minus(silence(watched));
        if (left.isPositive() && !watched.isUncertain) {
            wake(room, watched, left);
        } else {
            ask(room, watched);
        }
    }

    private Duration silence(Watched watched) {
        return Duration.between(watched.heard, clock.instant());
    }

    private void ask(ChatKey room, Watched watched) {
        if (!watched.isAsked) {
            links.online(room.account()).ifPresent(link -> ask(room, watched, link));
        }
    }

    private void ask(ChatKey room, Watched watched, XmppLink link) {
        watched.isAsked = true;
        xep.ask(link, room.peer(), nick.apply(room))
                .whenComplete(
                        (standing, never) -> {
                            watched.isAsked = false;
                            if (watched == rooms.get(room)) {
                                answered(room, watched, standing);
                            }
                        });
    }

    private void answered(ChatKey room, Watched watched, Standing standing) {
        switch (standing) {
            case IN -> {
                watched.heard = clock.instant();
                uncertain(room, watched, false);
                wake(room, watched, QUIET);
                told.stillIn(room);
            }
            case UNKNOWN -> {
                uncertain(room, watched, true);
                wake(room, watched, AGAIN);
            }
            case OUT -> {
                left(room);
                told.lost(room);
            }
            case GONE -> {
                left(room);
                told.gone(room);
            }
        }
    }

    private void uncertain(ChatKey room, Watched watched, boolean isUncertain) {
        if (watched.isUncertain != isUncertain) {
            watched.isUncertain = isUncertain;
            told.reached(room, !isUncertain);
        }
    }
}
