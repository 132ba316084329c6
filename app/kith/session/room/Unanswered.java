package kith.session.room;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatKey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Rooms that were asked to let us in and have not answered yet. One that says nothing for a while
/// is given up, for nobody promises an answer (XEP-0045 §7.2); as long as it tells who is there it
/// is answering, however many there are.
///
/// Core lane only.
final class Unanswered {

    /// Whoever looks on thinks by then that nothing comes. Where a server tries to reach another
    /// that long and longer, its word comes later, and is heard.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<ChatKey> givenUp;
    private final Map<ChatKey, Asked> rooms = new HashMap<>();

    /// @param givenUp is told of a room that has said nothing for so long
    Unanswered(Timer timer, InstantSource clock, Consumer<ChatKey> givenUp) {
        this.timer = timer;
        this.clock = clock;
        this.givenUp = givenUp;
    }

    private static final class Asked {

        private Instant heard;
        private Subscription alarm = () -> {};

        Asked(Instant heard) {
            this.heard = heard;
        }
    }

    /// The room is asked to let us in.
    void asked(ChatKey room) {
        forget(room);
        var asked = new Asked(clock.instant());
        rooms.put(room, asked);
        wake(room, asked, PATIENCE);
    }

    /// The room says something, though not yet whether we are in.
    void heard(ChatKey room) {
        var asked = rooms.get(room);
        if (asked != null) {
            asked.heard = clock.instant();
        }
    }

    /// It has answered, or no answer is waited for.
    void forget(ChatKey room) {
        var asked = rooms.remove(room);
        if (asked != null) {
            asked.alarm.close();
        }
    }

    private void wake(ChatKey room, Asked asked, Duration delay) {
        asked.alarm = timer.after(delay, () -> look(room, asked));
    }

    private void look(ChatKey room, Asked asked) {
        var left = PATIENCE.minus(Duration.between(asked.heard, clock.instant()));
        if (left.isPositive()) {
            wake(room, asked, left);
        } else {
            rooms.remove(room);
            givenUp.accept(room);
        }
    }
}
