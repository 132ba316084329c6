package kith.base;

import java.util.ArrayDeque;

/// A lane that runs nothing until a test says so, on the test's thread, as one batch.
public final class SteppedLane implements BatchLane {

    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private final ArrayDeque<Runnable> endings = new ArrayDeque<>();
    private boolean running;

    @Override
    public synchronized void execute(Runnable work) {
        queue.add(work);
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

    /// Runs what is queued and what that adds, with its endings.
    ///
    /// @return how many pieces of work ran, endings not counted
    public int step() {
        int done = 0;
        running = true;
        try {
            while (!queue.isEmpty() || !endings.isEmpty()) {
                if (queue.isEmpty()) {
                    endings.remove().run();
                } else {
                    queue.remove().run();
                    done++;
                }
            }
            return done;
        } finally {
            running = false;
        }
    }

    /// Runs the work now as a batch of its own, after what is queued.
    public void run(Runnable work) {
        execute(work);
        step();
    }
}
