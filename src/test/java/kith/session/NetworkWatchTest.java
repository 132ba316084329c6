package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.session.account.NetworkWatch;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The network changes, or the machine sleeps (F07, F08).
class NetworkWatchTest {

    private static final Duration TICK = Duration.ofSeconds(5);

    private final ImmediateLane core = new ImmediateLane();
    private final ManualTimer timer = new ManualTimer();
    private final AtomicInteger changes = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private long nanos;
    private Set<String> addresses = Set.of("wlan0 /10.0.0.7");

    private final NetworkWatch watch =
            new NetworkWatch(
                    () -> addresses,
                    core,
                    Runnable::run,
                    timer,
                    () -> now,
                    () -> nanos,
                    changes::incrementAndGet);

    @Test
    void whileNothingChangesNothingIsDone() {
        watch.start();
        pass(TICK, TICK);
        pass(TICK, TICK);
        assertThat(changes).hasValue(0);
        assertThat(timer.waiting()).isOne();
    }

    @Test
    void anotherAddressIsNoticed() {
        watch.start();
        addresses = Set.of("wlan0 /192.168.1.4");
        pass(TICK, TICK);
        assertThat(changes).hasValue(1);
        pass(TICK, TICK);
        assertThat(changes).hasValue(1);
    }

    @Test
    void aNetworkThatGoesIsNothingToTryButOneThatComesBackIs() {
        watch.start();
        addresses = Set.of();
        pass(TICK, TICK);
        assertThat(changes).hasValue(0);
        addresses = Set.of("wlan0 /10.0.0.7");
        pass(TICK, TICK);
        assertThat(changes).hasValue(1);
    }

    @Test
    void sleepIsNoticed() {
        watch.start();
        pass(TICK, Duration.ofHours(8));
        assertThat(changes).hasValue(1);
    }

    @Test
    void aClockThatGoesBackIsNoSleep() {
        watch.start();
        pass(TICK, Duration.ofHours(-1));
        assertThat(changes).hasValue(0);
        pass(TICK, TICK);
        assertThat(changes).hasValue(0);
    }

    /// Time passes, as one clock counts and the other shows.
    private void pass(Duration counted, Duration shown) {
        nanos += counted.toNanos();
        now = now.plus(shown);
        core.execute(() -> timer.pass(counted));
    }
}
