package kith.base;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The threads of the program: the core lane, the virtual threads for what blocks, and the clock
/// that wakes the core lane.
public final class Lanes implements Timer, AutoCloseable {

    /// Far more than any work on core takes: what does is deadlocked, or the disk is.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CoreLane core;
    private final ExecutorService io;
    private final ScheduledThreadPoolExecutor timer;
    private final Consumer<Throwable> guard;

    /// @param guard is told what work threw that nobody caught, on the thread that threw, and of
    ///   work that holds up core
    public Lanes(Consumer<Throwable> guard) {
        this(guard, LONGEST);
    }

    /// @param longest how long work may hold up core before the guard is told; up to twice as long
    Lanes(Consumer<Throwable> guard, Duration longest) {
        this.guard = guard;
        core = new CoreLane("kith-core", guard);
        io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("kith-io-", 0).factory());
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().name("kith-timer").daemon(true).factory(),
                        new ThreadPoolExecutor.DiscardPolicy()); // once closed it never rings
        timer.setRemoveOnCancelPolicy(true); // what was to be done may hold much
        core.start();
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> Guarded.run(core::lookIfStuck, guard),
                        longest.toMillis(),
                        longest.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// The lane that owns all state and does all writes.
    public BatchLane core() {
        return core;
    }

    /// Virtual threads for what blocks: connecting, files, long reads. Values in, values out; work
    /// here touches no state.
    public Executor io() {
        return work -> io.execute(() -> Guarded.run(work, guard));
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        var alive = new java.util.concurrent.atomic.AtomicBoolean(true);
        var wait =
                timer.schedule(
                        () ->
                                core.execute(
                                        () -> {
                                            if (alive.get()) {
                                                work.run();
                                            }
                                        }),
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> {
            alive.set(false);
            wait.cancel(false);
        };
    }

    /// How many wait for their time.
    int waiting() {
        return timer.getQueue().size();
    }

    /// Ends the lanes: what is queued on core still runs, what blocks on io is interrupted.
    @Override
    public void close() {
        close(() -> {});
    }

    /// The same.
    ///
    /// @param last runs on core after all that is queued there; nothing runs after it
    public void close(Runnable last) {
        timer.shutdownNow();
        core.close(last);
        io.shutdownNow();
    }
}
