package kith.xmpp.link;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// What Smack has sent and the server has not acknowledged, oldest first: takes the place of a
/// queue of Smack's.
///
/// Smack takes out what is acknowledged on its reader thread, in order. Its listeners would hear of
/// it on another, when the server's next words may have been read already.
final class SentStanzas extends ArrayBlockingQueue<Stanza> {

    private static final long serialVersionUID = 1;

    private final transient Consumer<String> acknowledged;

    /// @param former the queue whose place it takes, with what is in it
    /// @param acknowledged takes the id of each message that the server has, on the reader thread
    SentStanzas(BlockingQueue<Stanza> former, Consumer<String> acknowledged) {
        super(former.size() + former.remainingCapacity());
        former.drainTo(this);
        this.acknowledged = acknowledged;
    }

    @Override
    public @Nullable Stanza poll() {
        var stanza = super.poll();
        if (stanza instanceof Message && stanza.hasStanzaIdSet()) {
            acknowledged.accept(stanza.getStanzaId());
        }
        return stanza;
    }
}
