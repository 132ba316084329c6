package kith.xmpp.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The messages that were handed to a session and that the server has not acknowledged (XEP-0198
/// §4), oldest first. Smack knows them too, but neither tells them all nor in order when a session
/// is lost.
///
/// Any thread.
final class Unacknowledged {

    /// By their ids, how many bytes they have.
    private final Map<String, Long> messages = new LinkedHashMap<>();

    private final LongSupplier nanos;
    private final Pace pace = new Pace();
    private long bytes;

    /// Since when something has been on its way without a break, and how much of that is there.
    private long busySince;

    private long carried;

    /// @param nanos a clock that nobody sets, in nanoseconds
    Unacknowledged(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// A line to the server is there, of which nothing is known yet.
    void connected() {
        pace.begin();
    }

    /// @param size in bytes, about
    synchronized void sent(String id, long size) {
        take(id);
        if (messages.isEmpty()) {
            busySince = nanos.getAsLong();
            carried = 0;
        }
        bytes += size;
        messages.put(id, size);
    }

    /// It was not sent after all, or is known otherwise to be with the server.
    ///
    /// @return whether it was here
    synchronized boolean remove(String id) {
        return take(id).isPresent();
    }

    /// The server has it.
    ///
    /// @return how many were handed over before it and are still here: the server counts what it
    ///   gets in order (XEP-0198 §4), so those it will never have
    synchronized int acknowledged(String id) {
        int before = 0;
        for (var each : messages.keySet()) {
            if (each.equals(id)) {
                take(id).ifPresent(this::carried);
                return before;
            }
            before++;
        }
        return 0; // of an earlier session
    }

    synchronized boolean isEmpty() {
        return messages.isEmpty();
    }

    /// How long they may be on their way, by what the line was seen to carry.
    synchronized Duration way() {
        return pace.timeFor(bytes);
    }

    /// Takes them all out.
    ///
    /// @return their ids
    synchronized List<String> drain() {
        var all = List.copyOf(messages.keySet());
        messages.clear();
        bytes = 0;
        return all;
    }

    private void carried(long size) {
        carried += size;
        pace.carried(carried, Duration.ofNanos(nanos.getAsLong() - busySince));
    }

    private Optional<Long> take(String id) {
        var size = Optional.ofNullable(messages.remove(id));
        size.ifPresent(taken -> bytes -= taken);
        return size;
    }
}
