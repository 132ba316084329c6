package kith.xmpp.link;

import kith.xmpp.InboundJournal;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppListener;
import kith.xmpp.door.Doors;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes of what came in what the listener is told, through the doors of the session, and knows
/// what of it shows that the session is of use.
///
/// Core lane only.
final class Intake {

    private final XmppListener listener;
    private final InboundJournal journal;
    private final Requests requests;
    private final Supplier<Optional<Doors>> doors;
    private final Consumer<Stanza> replies;
    private final Runnable progressed;

    /// Whether something of an archive came since a request was answered last.
    private boolean hasArchived;

    /// @param doors those of the session; none where there is no session
    /// @param replies takes answers to requests of others
    /// @param progressed is told that something came that another session needn't bring again
    Intake(
            XmppListener listener,
            InboundJournal journal,
            Requests requests,
            Supplier<Optional<Doors>> doors,
            Consumer<Stanza> replies,
            Runnable progressed) {
        this.listener = listener;
        this.journal = journal;
        this.requests = requests;
        this.doors = doors;
        this.replies = replies;
        this.progressed = progressed;
    }

    /// Takes out what came and reads it, in order; then the journal may forget what it kept of it.
    /// Throws where something can't be read: what came before it is told all the same, and what
    /// came after it is still there.
    void read(Queue<Incoming> batch) {
        try (var said = new Said()) {
            while (!batch.isEmpty()) {
                read(batch.remove(), said);
            }
        }
    }

    private void read(Incoming incoming, Said said) {
        switch (incoming) {
            case Incoming.Received received -> {
                var events = read(received.stanza());
                hasArchived |= events.stream().anyMatch(Intake::isArchived);
                said.events.addAll(events);
                received.kept().ifPresent(said.kept::add);
            }
            case Incoming.Acknowledged acknowledged -> {
                said.events.add(new MessageAcknowledged(acknowledged.id()));
                progressed.run();
            }
            case Incoming.Answered answered -> {
                said.events.addAll(read(answered));
                if (hasArchived) { // a page of it is here, and is not asked for again
                    hasArchived = false;
                    progressed.run();
                }
                boolean isTold = false;
                try {
                    said.tell(); // before who asked hears that this is all
                    isTold = true;
                } finally {
                    if (isTold) {
                        requests.complete(answered.request(), answered.answer());
                    } else {
                        requests.fail(answered.request()); // it may be asked for again
                    }
                }
            }
        }
    }

    private List<XmppEvent> read(Stanza stanza) {
        return doors.get().map(it -> read(stanza, it)).orElseGet(List::of);
    }

    private List<XmppEvent> read(Stanza stanza, Doors through) {
        return switch (stanza) {
            case Message message -> through.read(message);
            case Presence presence -> through.read(presence);
            case IQ request -> {
                var reply = through.answer(request);
                replies.accept(reply.answer());
                yield reply.events();
            }
            default -> List.of();
        };
    }

    private List<XmppEvent> read(Incoming.Answered answered) {
        return doors.get()
                .filter(_ -> answered.answer().getType() == IQ.Type.result)
                .map(it -> it.read(answered.request().request(), answered.answer()))
                .orElseGet(List::of);
    }

    private static boolean isArchived(XmppEvent event) {
        return event instanceof XmppEvent.MessageArrived(var message)
                && message.way() == IncomingMessage.Way.ARCHIVE;
    }

    /// What was read and is not told yet.
    private final class Said implements AutoCloseable {

        private final List<XmppEvent> events = new ArrayList<>();
        private final List<Long> kept = new ArrayList<>();

        void tell() {
            if (!events.isEmpty()) {
                var told = List.copyOf(events);
                events.clear();
                boolean isTaken = false;
                try {
                    listener.happened(told);
                    isTaken = true;
                } finally {
                    if (!isTaken) {
                        kept.clear(); // the journal still has it for the next start
                    }
                }
            }
        }

        @Override
        public void close() {
            tell();
            journal.done(kept);
        }
    }
}
