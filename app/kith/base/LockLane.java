package kith.base;

import java.util.concurrent.locks.ReentrantLock;

/// A lane without a thread: work runs at once on the thread that brings it, one piece at a time,
/// and throws there. For the little state that must change even where every other lane is stuck.
public final class LockLane implements Lane {

    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void execute(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isCurrent() {
        return lock.isHeldByCurrentThread();
    }
}
