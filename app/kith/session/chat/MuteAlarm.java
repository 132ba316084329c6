package kith.session.chat;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatFlags;
import kith.model.Mute;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Wakes whoever ends mutes when one is over, at most a minute late. Core lane only.
final class MuteAlarm {

    /// The clock that wakes us stands still while the computer sleeps, so that it is asked often.
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Timer timer;
    private final InstantSource clock;
    private final Runnable wake;
    private Subscription alarm = () -> {};

    /// @param wake is to [#set] it again
    MuteAlarm(Timer timer, InstantSource clock, Runnable wake) {
        this.timer = timer;
        this.clock = clock;
        this.wake = wake;
    }

    /// Waits for the first of these that ends, and for none that was set before.
    void set(Collection<ChatFlags> all) {
        alarm.close();
        alarm = () -> {};
        var now = clock.instant();
        all.stream()
                .flatMap(it -> end(it.mute()).stream())
                .min(Comparator.naturalOrder())
                .map(end -> Duration.between(now, end))
                .map(left -> left.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : left)
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .ifPresent(left -> alarm = timer.after(left.plusMillis(1), wake));
    }

    boolean isOver(Mute mute) {
        return end(mute).filter(end -> !end.isAfter(clock.instant())).isPresent();
    }

    private static Optional<Instant> end(Mute mute) {
        return mute instanceof Mute.Until(var end) ? Optional.of(end) : Optional.empty();
    }
}
