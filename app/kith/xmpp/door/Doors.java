package kith.xmpp.door;

import kith.model.Chat;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.Reply;
import kith.xmpp.RequestEnvelope;
import kith.xmpp.RoomStanding;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All ways into one session: what comes in leaves here as events, or not at all. What goes out
/// passes here too, since some of what comes in is believed only because we asked for it.
///
/// Made anew for each session that is not a resumed one: rooms, open questions and what entities
/// said of themselves end with it. Core lane only, but [#leaving].
public final class Doors {

    private final EntityFullJid self;
    private final List<XmppExtension> extensions;
    private final JoinedRooms rooms = new JoinedRooms();
    private final KnownFeatures features = new KnownFeatures();
    private final OpenQueries queries;
    private final MessageDoor messages;

    /// Doors for what came in a session that is over.
    ///
    /// @param standings the rooms that we were in
    public static Doors later(
            EntityFullJid self,
            List<RoomStanding> standings,
            List<XmppExtension> extensions,
            InstantSource clock) {
        var doors = new Doors(self, extensions, _ -> Optional.empty(), clock);
        standings.forEach(doors.rooms::put);
        return doors;
    }

    /// @param self our own address in this session
    /// @param chatWith what kind of chat there is with somebody
    public Doors(
            EntityFullJid self,
            List<XmppExtension> extensions,
            Function<BareJid, Optional<Chat.Kind>> chatWith,
            InstantSource clock) {
        this.self = self;
        this.extensions = extensions;
        this.queries = new OpenQueries(self.asEntityBareJid());
        this.messages =
                new MessageDoor(
                        self,
                        rooms,
                        new PrivateMessages(rooms, chatWith),
                        queries,
                        features,
                        clock);
    }

    /// Learns from a stanza before it goes out. Any thread.
    public void leaving(Stanza stanza) {
        rooms.leaving(stanza);
        queries.leaving(stanza);
    }

    public List<XmppEvent> read(Message message) {
        return messages.open(message)
                .map(
                        envelope ->
                                heard(
                                        extension ->
                                                envelope.isPrivate()
                                                        ? extension.readPrivate(envelope)
                                                        : extension.read(envelope)))
                .orElse(List.of());
    }

    public List<XmppEvent> read(Presence presence) {
        var from = presence.getFrom();
        if (from == null) {
            return List.of(); // our own account's server has nothing to say in that way
        }
        var room = rooms.of(from.asBareJid());
        var since =
                Delays.in(
                        presence,
                        by ->
                                by.equals(self.asDomainBareJid())
                                        || by.asBareJid().equals(from.asBareJid()));
        var envelope = new PresenceEnvelope(self, presence, from, room, since);
        return heard(extension -> extension.read(envelope));
    }

    /// Answers a request; nobody's is refused as RFC 6120 §8.4 asks.
    public Reply answer(IQ request) {
        BareJid account = self.asEntityBareJid();
        var envelope =
                new RequestEnvelope(
                        request, request.getFrom() == null || request.getFrom().equals(account));
        for (var extension : extensions) {
            var reply = extension.answer(envelope);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return Reply.no(envelope, Condition.service_unavailable);
    }

    /// Reads the result of a request of ours.
    public List<XmppEvent> read(IQ request, IQ answer) {
        var envelope = new AnswerEnvelope(request, answer, queries.spanOf(request));
        features.heard(envelope);
        return heard(extension -> extension.read(envelope));
    }

    /// A request of ours was answered, refused or given up: nothing more that answers it is
    /// believed.
    public void ended(IQ request) {
        queries.ended(request);
    }

    private List<XmppEvent> heard(Function<XmppExtension, List<XmppEvent>> reading) {
        List<XmppEvent> events = List.of();
        for (var extension : extensions) {
            var more = reading.apply(extension);
            if (more.isEmpty()) {
                continue;
            }
            if (events.isEmpty()) {
                events = more;
            } else {
                events = new ArrayList<>(events);
                events.addAll(more);
            }
        }
        events.forEach(rooms::heard);
        return events;
    }
}
