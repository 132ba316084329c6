package kith.xmpp.link;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Tells how much of a file has gone: not at each piece, but often enough for whoever looks, and on
/// a slow line often enough to be known as one that still takes something. One thread.
final class Progress {

    /// It is told so often at most where all goes fast, and then not for less than [#LEAST].
    private static final int TIMES = 200;

    private static final long LEAST = 64 * 1024;

    /// After which whatever has gone is told.
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final long size;
    private final LongSupplier clock;
    private final LongConsumer listener;
    private long told;
    private long toldAt;

    /// @param size of the file, in bytes
    /// @param clock nanoseconds since some moment
    /// @param listener is told how many bytes have gone
    Progress(long size, LongSupplier clock, LongConsumer listener) {
        this.size = size;
        this.clock = clock;
        this.listener = listener;
        this.toldAt = clock.getAsLong();
    }

    /// So many bytes have gone.
    void gone(long bytes) {
        long now = clock.getAsLong();
        boolean isMuch = bytes - told >= Math.max(LEAST, size / TIMES);
        boolean isLate = now - toldAt >= SILENCE.toNanos();
        if (bytes == size || isMuch || isLate) {
            told = bytes;
            toldAt = now;
            listener.accept(bytes);
        }
    }
}
