package kith.base;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/// A lane that runs each piece of work at once on the caller's thread, as a batch of its own. Work
/// handed in while other work runs waits for that, as on a real lane.
public final class ImmediateLane implements BatchLane {

    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private final ArrayDeque<Runnable> endings = new ArrayDeque<>();
    private final Consumer<RuntimeException> guard;
    private boolean running;

    /// What work throws goes to whoever handed it in.
    public ImmediateLane() {
        this(
                failure -> {
                    throw failure;
                });
    }

    /// @param guard takes what work throws; the rest of the batch goes on
    public ImmediateLane(Consumer<RuntimeException> guard) {
        this.guard = guard;
    }

    @Override
    public void execute(Runnable work) {
        queue.add(work);
        if (running) {
            return;
        }
        running = true;
        try {
            while (!queue.isEmpty() || !endings.isEmpty()) {
                run((queue.isEmpty() ? endings : queue).remove());
            }
        } finally {
            running = false;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            guard.accept(failure);
        }
    }

    @Override
    public boolean isCurrent() {
        return running;
    }

    @Override
    public void atBatchEnd(Runnable ending) {
        check();
        endings.add(ending);
    }
}
