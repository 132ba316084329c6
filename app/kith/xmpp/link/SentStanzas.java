package kith.xmpp.link;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// What Smack has sent and the server has not acknowledged, oldest first: takes the place of a
/// queue of Smack's.
///
/// Smack takes out what is acknowledged on its reader thread, in order. Its listeners would hear of
/// it on another, when the server's next words may have been read already. That the server claims
/// more than was sent Smack finds out when the queue is empty; then nothing of it holds.
///
/// To send them again Smack takes them all out, and puts each back when it is sent. Those that a
/// cut keeps from being sent it would lose; here they come out again the next time.
final class SentStanzas extends ArrayBlockingQueue<Stanza> {

    private static final long serialVersionUID = 1;

    private final transient List<String> acknowledged = new ArrayList<>();

    /// Taken out to be sent again, and not sent yet.
    private final transient Set<Stanza> leaving = new LinkedHashSet<>();

    /// @param former the queue whose place it takes, with what is in it
    SentStanzas(BlockingQueue<Stanza> former) {
        super(former.size() + former.remainingCapacity());
        former.drainTo(this);
    }

    @Override
    public int drainTo(Collection<? super Stanza> taken) {
        synchronized (leaving) {
            var all = new LinkedHashSet<Stanza>();
            super.drainTo(all);
            all.addAll(leaving); // whatever was sent again stood before it
            leaving.clear();
            leaving.addAll(all);
            taken.addAll(all);
            return all.size();
        }
    }

    @Override
    public void put(Stanza stanza) throws InterruptedException {
        super.put(stanza);
        sent(stanza);
    }

    @Override
    public boolean offer(Stanza stanza) {
        boolean isIn = super.offer(stanza);
        if (isIn) {
            sent(stanza);
        }
        return isIn;
    }

    private void sent(Stanza stanza) {
        synchronized (leaving) {
            leaving.remove(stanza);
        }
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

    /// Takes out the oldest, of which the server says that it has handled them.
    ///
    /// @param stanzas no more than there are
    /// @return the ids of the messages among them, in order
    List<String> take(long stanzas) {
        for (long i = 0; i < stanzas; i++) {
            poll();
        }
        return takeAcknowledged();
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
