package kith.xmpp.link;

import java.util.ArrayList;
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

    /// It was not sent after all.
    synchronized void remove(String id) {
        ids.remove(id);
    }

    /// The server has it, and so all before it: it counts what it gets (XEP-0198 §4).
    ///
    /// @return all that it is now known to have, oldest first; empty where that was known
    synchronized List<String> takeThrough(String id) {
        if (!ids.contains(id)) {
            return List.of();
        }
        var taken = new ArrayList<String>();
        for (var each = ids.iterator(); each.hasNext() && !taken.contains(id); ) {
            taken.add(each.next());
            each.remove();
        }
        return taken;
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
