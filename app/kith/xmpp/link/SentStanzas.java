package kith.xmpp.link;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// What Smack has sent and the server has not acknowledged, oldest first: takes the place of a
/// queue of Smack's.
///
/// Smack takes out what is acknowledged on its reader thread, in order. Its listeners would hear of
/// it on another, when the server's next words may have been read already. That the server claims
/// more than was sent Smack finds out when the queue is empty; then nothing of it holds.
final class SentStanzas extends ArrayBlockingQueue<Stanza> {

    private static final long serialVersionUID = 1;

    private final transient List<String> acknowledged = new ArrayList<>();

    /// @param former the queue whose place it takes, with what is in it
    SentStanzas(BlockingQueue<Stanza> former) {
        super(former.size() + former.remainingCapacity());
        former.drainTo(this);
    }

    @Override
    public @Nullable Stanza poll() {
        var stanza = super.poll();
        synchronized (acknowledged) {
            if (stanza == null) {
                acknowledged.clear();
            } else if (stanza instanceof Message && stanza.hasStanzaIdSet()) {
                acknowledged.add(stanza.getStanzaId());
            }
        }
        return stanza;
    }

    /// The ids of the messages that were acknowledged since this was asked last, in order.
    List<String> takeAcknowledged() {
        synchronized (acknowledged) {
            var taken = List.copyOf(acknowledged);
            acknowledged.clear();
            return taken;
        }
    }
}
