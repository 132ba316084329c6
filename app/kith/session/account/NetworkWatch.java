package kith.session.account;

import kith.base.Lane;
import kith.base.Timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Notices that the network is another than before, or that the machine has slept: then nobody
/// should wait for the next attempt, and what looks connected may be so no more.
///
/// Core lane only.
public final class NetworkWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);

    /// A clock that goes on while the machine sleeps is ahead of one that doesn't by more than
    /// this.
    private static final Duration SLEPT = Duration.ofSeconds(10);

    private final Network network;
    private final Lane core;
    private final Executor io;
    private final Timer timer;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Runnable changed;
    private Optional<Set<String>> known = Optional.empty();
    private Instant at = Instant.EPOCH;
    private long nanosAt;

    /// @param nanos a clock that never goes back, and stands while the machine sleeps
    /// @param changed is run on the core lane when all may be otherwise
    public NetworkWatch(
            Network network,
            Lane core,
            Executor io,
            Timer timer,
            InstantSource clock,
            LongSupplier nanos,
            Runnable changed) {
        this.network = network;
        this.core = core;
        this.io = io;
        this.timer = timer;
        this.clock = clock;
        this.nanos = nanos;
        this.changed = changed;
    }

    /// Begins to watch, for as long as there are lanes.
    public void start() {
        remember();
        look();
    }

    private void look() {
        io.execute(
                () -> {
                    var now = network.addresses();
                    core.execute(() -> compare(now));
                });
    }

    private void compare(Set<String> now) {
        boolean hasSlept = hasSlept();
        boolean isOther = known.filter(before -> !before.equals(now)).isPresent();
        remember();
        known = Optional.of(Set.copyOf(now));
        timer.after(EVERY, this::look);
        if (hasSlept || (isOther && !now.isEmpty())) {
            changed.run();
        }
    }

    private boolean hasSlept() {
        var passed = Duration.between(at, clock.instant());
        var counted = Duration.ofNanos(nanos.getAsLong() - nanosAt);
        return passed.minus(counted).compareTo(SLEPT) > 0;
    }

    private void remember() {
        at = clock.instant();
        nanosAt = nanos.getAsLong();
    }
}
