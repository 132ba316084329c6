package kith.xmpp.link;

import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/// How many stanzas each side of a session has handled (XEP-0198 §4), and which of our messages
/// that means: Smack's own counts, where it counts wrong or doesn't look.
final class StanzaCounts {

    /// They are counted modulo 2³² (XEP-0198 §4).
    private static final long COUNTED = 0xFFFF_FFFFL;

    /// How many stanzas Smack says that we have handled; the reader thread's.
    private static final VarHandle HANDLED = part("clientHandledStanzasCount", long.class);

    /// How many of our stanzas the server says that it has handled, by Smack's count.
    private static final VarHandle ACKNOWLEDGED = part("serverHandledStanzasCount", long.class);

    /// Smack's queue of what it has sent and the server has not acknowledged.
    private static final VarHandle SENT = part("unacknowledgedStanzas", BlockingQueue.class);

    private final XMPPTCPConnection connection;
    private final Object telling = new Object();
    private final List<String> handledBefore = Collections.synchronizedList(new ArrayList<>());
    private Acknowledgements acknowledgements = id -> {};

    StanzaCounts(XMPPTCPConnection connection) {
        this.connection = connection;
    }

    /// Takes the id of a message that the server has.
    @FunctionalInterface
    interface Acknowledgements {

        /// On threads of Smack's, in the order in which the server speaks, and before whatever it
        /// says next.
        void acknowledged(String id) throws InterruptedException;
    }

    void onAcknowledged(Acknowledgements listener) {
        acknowledgements = listener;
        connection.addStanzaAcknowledgedListener(stanza -> tellAcknowledged());
    }

    /// A session has begun, and nothing is sent in it yet.
    void begin() {
        sent().ifPresent(queue -> SENT.setVolatile(connection, new SentStanzas(queue)));
    }

    /// What the reader thread finds acknowledged it tells itself before the server's next stanza;
    /// where none comes, a thread of Smack's does.
    void tellAcknowledged() throws InterruptedException {
        if (SENT.getVolatile(connection) instanceof SentStanzas sent) {
            synchronized (telling) {
                for (var id : sent.takeAcknowledged()) {
                    acknowledgements.acknowledged(id);
                }
            }
        }
    }

    /// The session isn't resumed, but so many stanzas of ours were handled in it (XEP-0198 §5).
    /// More than was sent is no number. On the reader thread.
    void refused(long handled) {
        if (SENT.getVolatile(connection) instanceof SentStanzas sent) {
            long more = (handled - (long) ACKNOWLEDGED.getVolatile(connection)) & COUNTED;
            if (more <= sent.size()) {
                // who asks again counts from here
                ACKNOWLEDGED.setVolatile(connection, handled);
                handledBefore.addAll(sent.take(more));
            }
        }
    }

    /// The ids of messages that the server had, by its own word, when it refused to resume the last
    /// session; told once.
    List<String> takeHandledBefore() {
        synchronized (handledBefore) {
            var taken = List.copyOf(handledBefore);
            handledBefore.clear();
            return taken;
        }
    }

    /// The line broke in the middle of a stanza, which Smack counts as handled all the same:
    /// resumed, the session would not bring it again, and nobody would know. One that is whole and
    /// can't be read stays counted, or it would come for ever. On the reader thread.
    void uncount() {
        HANDLED.set(connection, (long) HANDLED.get(connection) - 1);
    }

    @SuppressWarnings("unchecked") // as Smack declares it
    private Optional<BlockingQueue<Stanza>> sent() {
        return Optional.ofNullable((BlockingQueue<Stanza>) SENT.getVolatile(connection));
    }

    private static VarHandle part(String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(XMPPTCPConnection.class, MethodHandles.lookup())
                    .findVarHandle(XMPPTCPConnection.class, name, type);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("not the Smack that this was written for", other);
        }
    }
}
