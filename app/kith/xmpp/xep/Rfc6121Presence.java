package kith.xmpp.xep;

import kith.model.Availability;
import kith.model.Presence;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.PresenceChanged;
import kith.xmpp.XmppEvent.SubscriptionRequested;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Presence.Mode;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.StanzaBuilder;

import java.util.List;
import java.util.UUID;

/// How reachable contacts and we are (RFC 6121 §4), and requests to see it (§3).
///
/// Not here: who is in a room, which goes by presence too ([Xep0045Rooms]). Answers to our own
/// requests are not read: the roster push that comes with them says it better.
public final class Rfc6121Presence implements XmppExtension {

    private final Xep0115Caps caps;

    /// @param caps what we support, told along
    Rfc6121Presence(Xep0115Caps caps) {
        this.caps = caps;
    }

    /// Tells everyone who may know. The first one after signing in makes the server send theirs
    /// (RFC 6121 §4.2).
    ///
    /// @return whether there was a session to hand it to
    public boolean send(XmppLink link, Presence presence) {
        var stanza = StanzaBuilder.buildPresence(UUID.randomUUID().toString());
        say(stanza, presence);
        if (presence.availability() != Availability.OFFLINE) {
            stanza.addExtension(caps.element());
        }
        return link.send(stanza.build());
    }

    /// How reachable, and in which words.
    static void say(PresenceBuilder stanza, Presence presence) {
        switch (presence.availability()) {
            case FREE_TO_CHAT -> stanza.setMode(Mode.chat);
            case AWAY -> stanza.setMode(Mode.away);
            case NOT_AVAILABLE -> stanza.setMode(Mode.xa);
            case BUSY -> stanza.setMode(Mode.dnd);
            case OFFLINE -> stanza.ofType(org.jivesoftware.smack.packet.Presence.Type.unavailable);
            case AVAILABLE, UNKNOWN -> {
                // what a presence says that says nothing
            }
        }
        if (!presence.status().isEmpty()) {
            stanza.setStatus(presence.status());
        }
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        if (in.room().isPresent() || in.from().equals(in.self())) {
            return List.of();
        }
        return switch (in.presence().getType()) {
            case available -> List.of(changed(in, availability(in.presence().getMode())));
            case unavailable -> List.of(changed(in, Availability.OFFLINE));
            case subscribe -> List.of(new SubscriptionRequested(in.from().asBareJid(), status(in)));
            case subscribed, unsubscribe, unsubscribed, probe, error -> List.of();
        };
    }

    private static XmppEvent changed(PresenceEnvelope in, Availability availability) {
        return new PresenceChanged(
                in.from(),
                new Presence(availability, status(in)),
                in.presence().getPriority(),
                in.since());
    }

    /// The presence in a stanza of type available or unavailable.
    static Presence presence(org.jivesoftware.smack.packet.Presence stanza) {
        var status = stanza.getStatus();
        return new Presence(
                stanza.isAvailable() ? availability(stanza.getMode()) : Availability.OFFLINE,
                status == null ? "" : status);
    }

    private static String status(PresenceEnvelope in) {
        var status = in.presence().getStatus();
        return status == null ? "" : status;
    }

    private static Availability availability(Mode mode) {
        return switch (mode) {
            case chat -> Availability.FREE_TO_CHAT;
            case available -> Availability.AVAILABLE;
            case away -> Availability.AWAY;
            case xa -> Availability.NOT_AVAILABLE;
            case dnd -> Availability.BUSY;
        };
    }
}
