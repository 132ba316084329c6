package kith.xmpp.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The messages that were handed to a session and that the server has not acknowledged (XEP-0198
/// §4), oldest first. Smack knows them too, but neither tells them all nor in order when a session
/// is lost.
///
/// Any thread.
final class Unacknowledged {

    private final Set<String> ids = new LinkedHashSet<>();

    synchronized void sent(String id) {
        ids.add(id);
    }

    /// It was not sent after all, or is known otherwise to be with the server.
    ///
    /// @return whether it was here
    synchronized boolean remove(String id) {
        return ids.remove(id);
    }

    /// The server has it.
    ///
    /// @return how many were handed over before it and are still here: the server counts what it
    ///   gets in order (XEP-0198 §4), so those it will never have
    synchronized int acknowledged(String id) {
        int before = 0;
        for (var each : ids) {
            if (each.equals(id)) {
                ids.remove(id);
                return before;
            }
            before++;
        }
        return 0; // of an earlier session
    }

    synchronized boolean isEmpty() {
        return ids.isEmpty();
    }

    /// Takes them all out.
    synchronized List<String> drain() {
        var all = List.copyOf(ids);
        ids.clear();
        return all;
    }
}
