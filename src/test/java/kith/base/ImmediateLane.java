package kith.base;

import java.util.ArrayDeque;

/// A lane that runs each piece of work at once on the caller's thread, as a batch of its own. Work
/// handed in while other work runs waits for that, as on a real lane.
public final class ImmediateLane implements BatchLane {

    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private final ArrayDeque<Runnable> endings = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable work) {
        queue.add(work);
        if (running) {
            return;
        }
        running = true;
        try {
            while (!queue.isEmpty() || !endings.isEmpty()) {
                (queue.isEmpty() ? endings : queue).remove().run();
            }
        } finally {
            running = false;
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
