package kith.base;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The lane of a thread of its own that works in batches: it takes what is queued, runs it, then
/// runs the endings.
///
/// A batch is at most [#BATCH] pieces of work, so that under a flood endings still come, and state
/// with them. What a piece of work throws goes to the guard; the rest of the batch runs all the
/// same.
final class CoreLane implements BatchLane, AutoCloseable {

    private static final int BATCH = 512;

    /// For so long its end is waited for.
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ArrayDeque<Runnable> endings = new ArrayDeque<>();
    private final Consumer<Throwable> guard;
    private final Thread thread;

    /// Counts beginnings and ends of work: odd while a piece of it runs.
    private final AtomicLong turn = new AtomicLong();

    /// The turn in which somebody looked last.
    private final AtomicLong seen = new AtomicLong();

    private volatile boolean closed;

    CoreLane(String name, Consumer<Throwable> guard) {
        this.guard = guard;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void execute(Runnable work) {
        if (!closed) {
            queue.add(work);
        }
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    @Override
    public void atBatchEnd(Runnable ending) {
        check();
        endings.add(ending);
    }

    /// Runs what is queued, with its endings, then ends the thread and waits for it, unless some
    /// work never ends: what was committed is safe. Work handed in afterwards is dropped: nobody is
    /// left who could see what it does.
    @Override
    public void close() {
        close(() -> {});
    }

    /// The same, with a last piece of work, after which there is none.
    void close(Runnable last) {
        queue.add(
                () -> {
                    closed = true;
                    last.run();
                });
        if (isCurrent()) {
            return;
        }
        try {
            var _ = thread.join(LONGEST_END);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells the guard of a piece of work that was running already when somebody looked last; once.
    /// Any thread, but one at a time.
    void lookIfStuck() {
        long now = turn.get();
        boolean isRunning = now % 2 == 1;
        if (isRunning && seen.get() == now) {
            seen.set(-now); // told
            guard.accept(new LaneStuckException(thread));
        } else if (seen.get() != -now) {
            seen.set(now);
        }
    }

    @Override
    public String toString() {
        return thread.getName();
    }

    private void run() {
        Background.enter();
        while (!closed) {
            try {
                runBatch(queue.take());
            } catch (InterruptedException stray) {
                runGuarded(() -> guard.accept(stray)); // nobody may do that; the lane goes on
            }
        }
    }

    private void runBatch(Runnable first) {
        Runnable work = first;
        for (int done = 0; work != null && done < BATCH; done++) {
            runGuarded(work);
            work = done + 1 < BATCH && !closed ? queue.poll() : null;
        }
        for (var ending = endings.poll(); ending != null; ending = endings.poll()) {
            runGuarded(ending);
        }
    }

    private void runGuarded(Runnable work) {
        turn.incrementAndGet();
        Guarded.run(work, guard);
        turn.incrementAndGet();
    }
}
