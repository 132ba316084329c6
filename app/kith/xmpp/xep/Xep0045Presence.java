package kith.xmpp.xep;

import kith.model.Presence;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;

import java.util.UUID;

/// How reachable we are, as a room that we are in passes it on (XEP-0045 §7.7).
public final class Xep0045Presence {

    private Xep0045Presence() {}

    /// Tells it. That we are not reachable is no word for a room, which is left otherwise.
    public static void send(XmppLink link, BareJid room, String nick, Presence presence) {
        if (!presence.availability().isReachable()) {
            return;
        }
        var stanza =
                StanzaBuilder.buildPresence(UUID.randomUUID().toString())
                        .to(Xep0045Rooms.occupant(room, nick));
        Rfc6121Presence.say(stanza, presence);
        link.send(stanza.build());
    }
}
