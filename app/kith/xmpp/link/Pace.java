package kith.xmpp.link;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How many bytes a second a line was seen to carry to the server: what is on its way over a slow
/// one is not lost yet. Any thread.
final class Pace {

    /// In bytes a second; as long as nothing is known, any line may be as slow as this.
    private static final long SLOWEST = 1_000;

    private final LongSupplier nanos;
    private long seen = SLOWEST;

    /// Since when something has been on its way without a break, and how much of that is there.
    private long busySince;

    private long carried;

    /// @param nanos a clock that nobody sets, in nanoseconds
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Another line, of which nothing is known.
    synchronized void begin() {
        seen = SLOWEST;
        busy(); // what waits goes out again
    }

    /// Something goes out, and nothing else is on its way.
    synchronized void busy() {
        busySince = nanos.getAsLong();
        carried = 0;
    }

    /// So much is there of what was on its way.
    synchronized void carried(long bytes) {
        carried += bytes;
        var took = Duration.ofNanos(nanos.getAsLong() - busySince);
        seen = Math.max(seen, carried * 1_000 / Math.max(1, took.toMillis()));
    }

    /// How long so much may take.
    synchronized Duration timeFor(long bytes) {
        return Duration.ofMillis(bytes * 1_000 / seen);
    }
}
