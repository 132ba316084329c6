package kith.xmpp.link;

import kith.base.Lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A queue from Smack's threads to the core lane, in order and in batches.
///
/// When it is full, who puts something in waits: the reader thread then reads no more, and the
/// server has to wait as well. While held nothing comes out.
///
/// @param <T> what is queued
final class Inbox<T> {

    private static final int CAPACITY = 10_000;

    /// At most so much at a time, so that the lane can do other work between.
    private static final int BATCH = 500;

    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicBoolean isAnnounced = new AtomicBoolean();
    private final Lane lane;
    private final Consumer<List<T>> reader;
    private volatile boolean isHeld;

    /// @param reader is given what is queued, on the lane; never nothing
    Inbox(Lane lane, Consumer<List<T>> reader) {
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
        var batch = new ArrayList<T>();
        queue.drainTo(batch, BATCH);
        if (!batch.isEmpty()) {
            reader.accept(batch);
        }
    }
}
