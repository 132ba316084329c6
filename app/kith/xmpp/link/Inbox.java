package kith.xmpp.link;

import kith.base.Lane;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A queue from Smack's threads to the core lane, in order and in batches.
///
/// When it is full, who puts something in waits: the reader thread then reads no more, and the
/// server has to wait as well. While held nothing comes out. What can't be read concerns the lane's
/// guard, and neither who lets things out nor what comes after it.
///
/// @param <T> what is queued
final class Inbox<T> {

    private static final int CAPACITY = 10_000;

    /// At most so much at a time, so that the lane can do other work between.
    private static final int BATCH = 500;

    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicBoolean isAnnounced = new AtomicBoolean();
    private final Queue<T> batch = new ArrayDeque<>(); // the lane's
    private final Lane lane;
    private final Consumer<Queue<T>> reader;
    private volatile boolean isHeld;

    /// @param reader takes out what it reads, on the lane; where it throws, it is given the rest
    ///   anew. Never given nothing
    Inbox(Lane lane, Consumer<Queue<T>> reader) {
        this.lane = lane;
        this.reader = reader;
    }

    /// Any thread but the lane's.
    void put(T item) throws InterruptedException {
        queue.put(item);
        announce();
    }

    /// Lets nothing out until [#release]. On the lane.
    void hold() {
        isHeld = true;
    }

    /// On the lane.
    void release() {
        isHeld = false;
        announce();
    }

    /// Hands over all that is queued now. On the lane.
    void drain() {
        while (!queue.isEmpty()) {
            handOver();
        }
    }

    private void announce() {
        if (!isHeld && isAnnounced.compareAndSet(false, true)) {
            lane.execute(this::tell);
        }
    }

    private void tell() {
        isAnnounced.set(false); // before reading: what comes after it announces itself anew
        if (isHeld) {
            return;
        }
        handOver();
        if (!queue.isEmpty()) {
            announce();
        }
    }

    private void handOver() {
        queue.drainTo(batch, BATCH);
        while (!batch.isEmpty()) {
            lane.guarded(() -> reader.accept(batch));
        }
    }
}
