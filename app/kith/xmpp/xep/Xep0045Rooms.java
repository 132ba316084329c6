package kith.xmpp.xep;

import kith.model.Content;
import kith.model.RoomState;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.Refusals;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.OccupantLeft;
import kith.xmpp.XmppEvent.OccupantRemoved;
import kith.xmpp.XmppEvent.OccupantRenamed;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomGone;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomNamed;
import kith.xmpp.XmppEvent.RoomPresenceRefused;
import kith.xmpp.XmppEvent.RoomRefused;
import kith.xmpp.XmppEvent.SubjectChanged;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// XEP-0045 Multi-User Chat: joining and leaving rooms, who is in them, their subject.
///
/// Not here: what is said in a room ([Rfc6121Messages]), and there to one person alone
/// ([Xep0045Private]); which rooms we are in, which the door keeps per session; who may do what
/// ([Xep0045Admin], [Xep0045Voice]).
public final class Xep0045Rooms implements XmppExtension {

    static final String NAMESPACE = "http://jabber.org/protocol/muc";

    private final Xep0030Disco disco;

    public Xep0045Rooms(Xep0030Disco disco) {
        this.disco = disco;
    }

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Asks a room to let us in, and for its name and what it supports. The answer comes as
    /// [RoomJoined] after everyone who is in, or as [RoomRefused], or [RoomGone].
    ///
    /// @param since messages from when on the room shall repeat; empty for none, as where it has an
    ///   archive
    /// @return whether there was a session to hand it to
    public boolean join(
            XmppLink link,
            BareJid room,
            String nick,
            Optional<String> password,
            Optional<Instant> since) {
        var history = StandardExtensionElement.builder("history", NAMESPACE);
        since.ifPresentOrElse(
                it -> history.addAttribute("since", it.toString()),
                () -> history.addAttribute("maxstanzas", "0"));
        var wish = StandardExtensionElement.builder("x", NAMESPACE).addElement(history.build());
        password.ifPresent(it -> wish.addElement("password", it));
        var presence =
                StanzaBuilder.buildPresence(UUID.randomUUID().toString())
                        .to(occupant(room, nick))
                        .addExtension(wish.build())
                        .build();
        boolean isSent = link.send(presence);
        if (isSent) {
            disco.features(link, room); // the door and the session hear the answer
        }
        return isSent;
    }

    /// Asks to be called otherwise (§7.6); comes back as [OccupantRenamed], or as
    /// [RoomPresenceRefused].
    ///
    /// @param nick one that is a [kith.model.Nick]
    /// @return the id of the presence that asks; empty where there was no session to hand it to
    public Optional<String> changeNick(XmppLink link, BareJid room, String nick) {
        var id = UUID.randomUUID().toString();
        boolean isSent =
                link.send(StanzaBuilder.buildPresence(id).to(occupant(room, nick)).build());
        return isSent ? Optional.of(id) : Optional.empty();
    }

    /// Leaves a room; comes back as [RoomEnded].
    public boolean leave(XmppLink link, BareJid room, String nick) {
        return link.send(
                StanzaBuilder.buildPresence(UUID.randomUUID().toString())
                        .to(occupant(room, nick))
                        .ofType(Presence.Type.unavailable)
                        .build());
    }

    /// Asks for another subject; comes back as [SubjectChanged], or refused as a message.
    ///
    /// @param subject empty takes it away
    /// @return the id of the message that asks; empty where there was no session to hand it to
    public Optional<String> changeSubject(XmppLink link, BareJid room, String subject) {
        var id = UUID.randomUUID().toString();
        boolean isSent =
                link.send(
                        StanzaBuilder.buildMessage(id)
                                .to(room)
                                .ofType(Message.Type.groupchat)
                                .setSubject(subject)
                                .build());
        return isSent ? Optional.of(id) : Optional.empty();
    }

    /// A subject counts where nothing else is said with it (§8.1).
    @Override
    public List<XmppEvent> read(Envelope in) {
        var subject = in.payload("subject", Message.Body.NAMESPACE).map(Tree::text);
        boolean isOne =
                in.isRoom()
                        && subject.isPresent()
                        && in.body().isEmpty()
                        && in.payload("thread", Message.Body.NAMESPACE).isEmpty();
        if (!isOne) {
            return List.of();
        }
        var events = new ArrayList<XmppEvent>(2);
        if (in.way() != IncomingMessage.Way.ARCHIVE) {
            events.add(new SubjectChanged(in.peer(), subject.get()));
        }
        if (isChange(in, subject.get())) {
            var content = new Content.Subject(subject.get());
            events.add(
                    new MessageArrived(
                            new IncomingMessage(
                                    in.peer(),
                                    true,
                                    in.ids(),
                                    in.author(),
                                    in.at(),
                                    content,
                                    in.way())));
        }
        return events;
    }

    /// Whether someone changed the subject, now or then. What the room tells at joining is none,
    /// nor is what it has told already.
    private static boolean isChange(Envelope in, String subject) {
        boolean isOther =
                in.standing()
                        .flatMap(RoomStanding::subject)
                        .filter(told -> !told.equals(subject))
                        .isPresent();
        boolean isHistory = in.way() == IncomingMessage.Way.ARCHIVE;
        return in.author().address().hasResource() && (isHistory || (in.isNow() && isOther));
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        return in.room().map(room -> read(in, room)).orElse(List.of());
    }

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        var asked = in.request().getTo();
        if (asked == null || !Xep0030Disco.isAboutAll(in) || !asked.isEntityBareJid()) {
            return List.of();
        }
        return in.answered().stream()
                .map(info -> RoomInfo.of(info).name())
                .filter(name -> !name.isEmpty())
                .<XmppEvent>map(name -> new RoomNamed(asked.asBareJid(), name))
                .toList();
    }

    private static List<XmppEvent> read(PresenceEnvelope in, RoomStanding standing) {
        var room = standing.room();
        var nick = in.from().getResourceOrNull();
        return switch (in.presence().getType()) {
            case error -> standing.isJoined() ? refused(in, room) : List.of(notLetIn(in, room));
            case available -> nick == null ? List.of() : present(in, standing, nick.toString());
            case unavailable -> nick == null ? List.of() : absent(in, standing, nick.toString());
            case subscribe, subscribed, unsubscribe, unsubscribed, probe -> List.of();
        };
    }

    private static XmppEvent notLetIn(PresenceEnvelope in, BareJid room) {
        return Tombstone.in(in.presence())
                .<XmppEvent>map(how -> new RoomGone(room, how))
                .orElseGet(() -> new RoomRefused(room, Refusals.in(in.presence())));
    }

    /// What we asked for was not done; we are in the room still.
    private static List<XmppEvent> refused(PresenceEnvelope in, BareJid room) {
        var id = in.presence().getStanzaId();
        return id == null
                ? List.of()
                : List.of(new RoomPresenceRefused(room, id, Refusals.in(in.presence())));
    }

    private static List<XmppEvent> present(
            PresenceEnvelope in, RoomStanding standing, String nick) {
        var said = OccupantPresence.of(in.presence());
        var occupant = said.occupant(nick, in.presence());
        var changed = new OccupantChanged(standing.room(), occupant);
        return occupant.isMe() && !standing.isJoined()
                ? List.of(changed, new RoomJoined(standing.room(), nick))
                : List.of(changed);
    }

    private static List<XmppEvent> absent(PresenceEnvelope in, RoomStanding standing, String nick) {
        var said = OccupantPresence.of(in.presence());
        var newNick = said.newNick();
        if (newNick.isPresent()) {
            return List.of(new OccupantRenamed(standing.room(), nick, newNick.get()));
        }
        boolean isMe = said.isMe() || (standing.isJoined() && nick.equals(standing.nick()));
        return isMe
                ? List.of(
                        new RoomEnded(
                                standing.room(),
                                said.removal().<RoomState>map(it -> it).orElse(RoomState.LEFT)))
                : List.of(
                        said.removal()
                                .<XmppEvent>map(
                                        how -> new OccupantRemoved(standing.room(), nick, how))
                                .orElseGet(() -> new OccupantLeft(standing.room(), nick)));
    }

    static EntityFullJid occupant(BareJid room, String nick) {
        try {
            return JidCreate.entityFullFrom(room.asEntityBareJidOrThrow(), Resourcepart.from(nick));
        } catch (XmppStringprepException impossible) {
            throw new IllegalArgumentException("nick " + nick, impossible);
        }
    }
}
