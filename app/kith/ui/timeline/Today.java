package kith.ui.timeline;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Which day it is, told at each midnight. FX thread only; [#close] ends the telling.
final class Today implements AutoCloseable {

    private final InstantSource clock;
    private final ZoneId zone;
    private final Timer timer;
    private final Lane fx;
    private final Runnable changed;
    private Subscription midnight = () -> {};
    private boolean isClosed;

    /// @param zone in which days begin and end
    /// @param changed is told when another day has begun
    Today(InstantSource clock, ZoneId zone, Timer timer, Lane fx, Runnable changed) {
        this.clock = clock;
        this.zone = zone;
        this.timer = timer;
        this.fx = fx;
        this.changed = changed;
        awaitMidnight();
    }

    /// The day it is now.
    LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// When a day begins.
    Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Override
    public void close() {
        isClosed = true;
        midnight.close();
    }

    private void awaitMidnight() {
        var now = ZonedDateTime.ofInstant(clock.instant(), zone);
        var next = now.toLocalDate().plusDays(1).atStartOfDay(zone);
        midnight = timer.after(Duration.between(now, next), () -> fx.execute(this::midnight));
    }

    private void midnight() {
        if (!isClosed) {
            changed.run();
            awaitMidnight();
        }
    }
}
