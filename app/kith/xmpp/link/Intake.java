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

    /// Reads what came, in order; then the journal may forget what it kept of it.
    void read(List<Incoming> batch) {
        var events = new ArrayList<XmppEvent>();
        var kept = new ArrayList<Long>();
        for (var each : batch) {
            switch (each) {
                case Incoming.Received received -> {
                    var said = read(received.stanza());
                    hasArchived |= said.stream().anyMatch(Intake::isArchived);
                    events.addAll(said);
                    received.kept().ifPresent(kept::add);
                }
                case Incoming.Acknowledged acknowledged -> {
                    events.add(new MessageAcknowledged(acknowledged.id()));
                    progressed.run();
                }
                case Incoming.Answered answered -> {
                    events.addAll(read(answered));
                    if (hasArchived) { // a page of it is here, and is not asked for again
                        hasArchived = false;
                        progressed.run();
                    }
                    tell(events); // before who asked hears that this is all
                    events.clear();
                    requests.complete(answered.request(), answered.answer());
                }
            }
        }
        tell(events);
        journal.done(kept);
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

    private void tell(List<XmppEvent> events) {
        if (!events.isEmpty()) {
            listener.happened(List.copyOf(events));
        }
    }

    private static boolean isArchived(XmppEvent event) {
        return event instanceof XmppEvent.MessageArrived(var message)
                && message.way() == IncomingMessage.Way.ARCHIVE;
    }
}
