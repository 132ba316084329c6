package kith.lab;

/// The server's half of stream management (XEP-0198) in a [ScriptedServer]: how many stanzas it has
/// handled and sent since it was enabled. Kept over connections, so that a stream can be resumed.
///
/// Any thread.
public final class StreamCounters {

    private boolean enabled;
    private long handled;
    private long sent;
    private long acknowledged;

    /// How many stanzas of the client this side has handled: the `h` it would say.
    public synchronized long handled() {
        return handled;
    }

    /// How many stanzas this side has sent.
    public synchronized long sent() {
        return sent;
    }

    /// How many of them the client has acknowledged.
    public synchronized long acknowledged() {
        return acknowledged;
    }

    /// Forgets a number of stanzas, as a server does that crashes before it has handled them.
    public synchronized void forget(long stanzas) {
        handled -= stanzas;
    }

    synchronized void enable() {
        enabled = true;
        handled = 0;
        sent = 0;
        acknowledged = 0;
    }

    synchronized void countHandled() {
        handled += enabled ? 1 : 0;
    }

    synchronized void countSent() {
        sent += enabled ? 1 : 0;
    }

    synchronized void acknowledge(long h) {
        acknowledged = h;
    }
}
