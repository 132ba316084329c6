package kith.lab;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How one direction of a [FaultProxy] is at the moment: slow, narrow, chopped, frozen. The same
/// for all its connections, and changed while they live.
///
/// Any thread.
public final class WireConditions {

    private static final int SLICES_PER_SECOND = 20;

    private volatile Duration delay = Duration.ZERO;
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private volatile int segmentSize = Integer.MAX_VALUE;
    private volatile boolean swallowing;
    private final AtomicLong swallowed = new AtomicLong();
    private boolean frozen;

    WireConditions() {}

    /// From now on everything comes this much later. It doesn't narrow the wire.
    public void delay(Duration time) {
        delay = time;
    }

    /// From now on not more than this passes, each connection for itself.
    public void throttle(long newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
    }

    /// From now on bytes are sent on in pieces of at most this size.
    public void chop(int newSegmentSize) {
        segmentSize = newSegmentSize;
    }

    /// From now on bytes are accepted and lost, and nobody is told. What was swallowed can't come
    /// back, so a TLS connection is of no use afterwards.
    public void swallow(boolean now) {
        swallowing = now;
    }

    /// Holds everything back until [#thaw]. Nothing is lost.
    public synchronized void freeze() {
        frozen = true;
    }

    /// Lets everything pass again that [#freeze] held back.
    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /// How many bytes have been lost to [#swallow].
    public long swallowed() {
        return swallowed.get();
    }

    /// When something read now may be sent on.
    long due() {
        return System.nanoTime() + delay.toNanos();
    }

    /// Loses some bytes if the wire is such.
    ///
    /// @return whether they are lost
    boolean swallows(int length) {
        if (swallowing) {
            swallowed.addAndGet(length);
            return true;
        }
        return false;
    }

    /// Waits until something that is due then may be sent on.
    void await(long due) throws InterruptedException {
        long early = due - System.nanoTime();
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        synchronized (this) {
            while (frozen) {
                wait();
            }
        }
    }

    /// How much may be sent in one go, out of a number of bytes.
    int slice(int length) {
        long narrow = Math.max(1, bytesPerSecond / SLICES_PER_SECOND);
        return (int) Math.min(length, Math.min(segmentSize, narrow));
    }

    /// Waits as long as this many bytes take on the narrow wire.
    void awaitPassage(int length) throws InterruptedException {
        long limit = bytesPerSecond;
        if (limit != Long.MAX_VALUE) {
            TimeUnit.NANOSECONDS.sleep(length * 1_000_000_000L / limit);
        }
    }
}
