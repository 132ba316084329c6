package kith.xmpp.link;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages that were handed to a session and that the server has not acknowledged (XEP-0198
/// §4), oldest first. Smack knows them too, but neither tells them all nor in order when a session
/// is lost.
///
/// Any thread.
final class Unacknowledged {

    /// By their ids, how many bytes they have.
    private final Map<String, Long> messages = new LinkedHashMap<>();

    private final Pace pace;
    private long bytes;

    /// @param pace of the line, to which it is told what was carried
    Unacknowledged(Pace pace) {
        this.pace = pace;
    }

    /// @param size in bytes, about
    synchronized void sent(String id, long size) {
        take(id);
        if (messages.isEmpty()) {
            pace.busy();
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
                take(id).ifPresent(pace::carried);
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

    private Optional<Long> take(String id) {
        var size = Optional.ofNullable(messages.remove(id));
        size.ifPresent(taken -> bytes -= taken);
        return size;
    }
}
