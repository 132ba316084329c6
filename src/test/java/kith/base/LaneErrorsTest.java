package kith.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// An Error in one piece of work goes to the guard and ends no lane: what comes after it runs
/// (F30).
class LaneErrorsTest {

    private final List<Throwable> caught = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(caught::add);

    /// An Error that got away would end the test run, and say nothing.
    @BeforeEach
    void leaveErrorsAlone() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void close() {
        Awaitility.reset();
        lanes.close();
    }

    @ParameterizedTest
    @EnumSource
    void inWorkOfCore(RealError error) {
        lanes.core().execute(error);
        lanes.core().execute(() -> done.add("after"));
        awaitDone(error);
    }

    @Test
    void aHandlerThatFailsWithWhatItIsToldEndsNothing() {
        var failure = new IllegalStateException("told");
        Thread.ofPlatform()
                .uncaughtExceptionHandler(
                        (_, told) -> {
                            throw (RuntimeException) told;
                        })
                .start(
                        () -> {
                            LastResort.tell(failure);
                            done.add("after");
                        });
        await().until(() -> done.contains("after"));
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void inTheEndingOfABatch(RealError error) {
        lanes.core()
                .execute(
                        () -> {
                            lanes.core().atBatchEnd(error);
                            lanes.core().atBatchEnd(() -> done.add("after"));
                        });
        awaitDone(error);
    }

    @ParameterizedTest
    @EnumSource
    void inWhatATimerWakes(RealError error) {
        lanes.after(Duration.ZERO, error);
        lanes.after(Duration.ofMillis(1), () -> done.add("after"));
        awaitDone(error);
    }

    @ParameterizedTest
    @EnumSource
    void inWhoWatchesAValue(RealError error) {
        var cell = new Cell<>(lanes.core(), "");
        var isFirst = new AtomicBoolean(true);
        cell.watch(
                lanes.core(),
                _ -> {
                    if (isFirst.getAndSet(false)) {
                        error.run();
                    }
                });
        cell.watch(lanes.core(), _ -> done.add("after"));
        awaitDone(error);
    }

    @ParameterizedTest
    @EnumSource
    void onIo(RealError error) {
        lanes.io().execute(error);
        await().until(() -> !caught.isEmpty());
        lanes.io().execute(() -> done.add("after"));
        awaitDone(error);
    }

    @ParameterizedTest
    @EnumSource
    void inTheGuardItself(RealError error) {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> caught.add(failure));
        try (var worse = new Lanes(_ -> error.run())) {
            worse.core()
                    .execute(
                            () -> {
                                throw new IllegalStateException("bug");
                            });
            worse.core().execute(() -> done.add("after"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(done).containsExactly("after");
        assertThat(caught)
                .extracting(each -> (Object) each.getClass())
                .containsExactly(IllegalStateException.class, error.type());
    }

    /// As of a deadlock: told while it lasts, with where it is.
    @Test
    void workThatHoldsUpCoreIsTold() {
        var open = new CountDownLatch(1);
        try (var watched = new Lanes(caught::add, Duration.ofMillis(20))) {
            watched.core().execute(() -> hold(open));
            await().until(() -> !caught.isEmpty());
            open.countDown();
        }
        assertThat(caught).singleElement().isInstanceOf(LaneStuckException.class);
        assertThat(caught.getFirst().getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("hold"));
    }

    @Test
    void eachPieceOfWorkThatHoldsUpCoreIsToldOnce() {
        try (var core = new CoreLane("core", caught::add)) {
            core.start();
            for (int piece = 1; piece <= 2; piece++) {
                var open = new CountDownLatch(1);
                core.execute(() -> hold(open));
                await().until(() -> isHeld(core, "hold"));
                core.lookIfStuck();
                assertThat(caught).as("it may just have begun").hasSize(piece - 1);
                core.lookIfStuck();
                core.lookIfStuck();
                assertThat(caught).hasSize(piece);
                open.countDown();
                await().until(() -> !isHeld(core, "hold"));
                core.lookIfStuck();
                core.lookIfStuck();
                assertThat(caught).as("idle").hasSize(piece);
            }
        }
    }

    private static boolean isHeld(CoreLane core, String at) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals(core.toString()))
                .flatMap(each -> Arrays.stream(each.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals(at));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDone(RealError error) {
        await().until(() -> done.contains("after") && !caught.isEmpty());
        assertThat(done).containsExactly("after");
        assertThat(caught).singleElement().isInstanceOf(error.type());
    }
}
