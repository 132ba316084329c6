package kith.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

class LanesTest {

    private final List<Throwable> caught = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(caught::add);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void coreLeavesTheProcessorToTheWindow() {
        var priority = new CompletableFuture<Integer>();
        lanes.core().execute(() -> priority.complete(Thread.currentThread().getPriority()));
        assertThat(priority.join()).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void coreRunsWorkInOrderOnOneThread() {
        for (int i = 0; i < 2_000; i++) {
            var name = String.valueOf(i);
            lanes.core().execute(() -> done.add(name));
        }
        lanes.close();

        assertThat(done)
                .hasSize(2_000)
                .isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    }

    @Test
    void coreRunsAnEndingOnceAfterWhatIsQueued() throws InterruptedException {
        var open = new CountDownLatch(1);
        lanes.core().execute(() -> awaitQuietly(open));
        lanes.core().execute(() -> lanes.core().atBatchEnd(() -> done.add("ending")));
        lanes.core().execute(() -> done.add("work"));
        open.countDown();
        lanes.close();

        assertThat(done).containsExactly("work", "ending");
    }

    @Test
    void endingsComeUnderAFloodToo() {
        var isEnded = new AtomicBoolean();
        var flood =
                new Runnable() {
                    @Override
                    public void run() {
                        if (!isEnded.get()) {
                            lanes.core().execute(this);
                        }
                    }
                };
        lanes.core().execute(() -> lanes.core().atBatchEnd(() -> isEnded.set(true)));
        lanes.core().execute(flood);

        await().untilTrue(isEnded);
    }

    @Test
    void aFailureGoesToTheGuardAndTheLaneGoesOn() {
        lanes.core()
                .execute(
                        () -> {
                            throw new IllegalStateException("boom");
                        });
        lanes.core()
                .execute(
                        () -> {
                            throw new AssertionError("worse");
                        });
        lanes.core().execute(() -> done.add("after"));
        lanes.close();

        assertThat(caught).extracting(Throwable::getMessage).containsExactly("boom", "worse");
        assertThat(done).containsExactly("after");
    }

    @Test
    void ioGuardsWhatFails() {
        lanes.io()
                .execute(
                        () -> {
                            throw new IllegalStateException("io");
                        });

        await().until(() -> caught.size() == 1);
    }

    @Test
    void coreKnowsItsThread() {
        lanes.core().execute(() -> done.add(String.valueOf(lanes.core().isCurrent())));
        lanes.close();

        assertThat(done).containsExactly("true");
        assertThat(lanes.core().isCurrent()).isFalse();
        assertThatThrownBy(() -> lanes.core().atBatchEnd(() -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wakesCoreAfterADelayUnlessClosedBefore() {
        lanes.after(Duration.ofHours(1), () -> done.add("never")).close();
        lanes.after(Duration.ofMillis(1), () -> done.add("on core " + lanes.core().isCurrent()));

        await().until(() -> done.equals(List.of("on core true")));
    }

    @Test
    void whatIsClosedIsNotKeptUntilItsTime() {
        int before = lanes.waiting();
        for (int i = 0; i < 100; i++) {
            lanes.after(Duration.ofMinutes(20), () -> {}).close();
        }
        assertThat(lanes.waiting()).isEqualTo(before);
        lanes.after(Duration.ofMinutes(20), () -> {});
        assertThat(lanes.waiting()).isEqualTo(before + 1);
    }

    @Test
    void nothingRunsAfterTheLastWork() throws InterruptedException {
        var open = new CountDownLatch(1);
        lanes.core().execute(() -> awaitQuietly(open));
        lanes.core().execute(() -> done.add("queued"));
        var closing =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        lanes.close(
                                                () -> {
                                                    lanes.core().execute(() -> done.add("late"));
                                                    done.add("last");
                                                }));
        open.countDown();
        closing.join();
        lanes.core().execute(() -> done.add("later"));
        lanes.after(Duration.ZERO, () -> done.add("never")).close();

        assertThat(done).containsExactly("queued", "last");
        assertThat(caught).isEmpty();
    }

    @Test
    void aSubscriptionOfManyClosesThemAllOnce() {
        Subscription.all(() -> done.add("a"), () -> done.add("b")).close();

        assertThat(done).containsExactly("a", "b");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
