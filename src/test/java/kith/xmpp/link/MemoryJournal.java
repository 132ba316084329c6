package kith.xmpp.link;

import kith.model.AccountId;
import kith.xmpp.InboundJournal;
import kith.xmpp.JournalException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// A journal in memory, whose disk can be full.
public final class MemoryJournal implements InboundJournal {

    private final Map<Long, String> open = new ConcurrentSkipListMap<>();
    private final AtomicLong last = new AtomicLong();
    private volatile boolean isFull;

    @Override
    public long keep(AccountId account, String xml) {
        if (isFull) {
            throw new JournalException(new IllegalStateException("the disk is full"));
        }
        long number = last.incrementAndGet();
        open.put(number, xml);
        return number;
    }

    @Override
    public void done(List<Long> kept) {
        kept.forEach(open::remove);
    }

    void fill(boolean full) {
        isFull = full;
    }

    /// How many were ever kept.
    long kept() {
        return last.get();
    }

    /// Those that are not done, in order.
    List<String> open() {
        return List.copyOf(open.values());
    }
}
