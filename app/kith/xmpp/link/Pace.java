package kith.xmpp.link;

import java.time.Duration;

/// How many bytes a second a line was seen to carry to the server: what is on its way over a slow
/// one is not lost yet. Any thread.
final class Pace {

    /// In bytes a second; as long as nothing is known, any line may be as slow as this.
    private static final long SLOWEST = 1_000;

    private long seen = SLOWEST;

    /// Another line, of which nothing is known.
    synchronized void begin() {
        seen = SLOWEST;
    }

    /// So much was there after so long.
    synchronized void carried(long bytes, Duration took) {
        seen = Math.max(seen, bytes * 1_000 / Math.max(1, took.toMillis()));
    }

    /// How long so much may take.
    synchronized Duration timeFor(long bytes) {
        return Duration.ofMillis(bytes * 1_000 / seen);
    }
}
