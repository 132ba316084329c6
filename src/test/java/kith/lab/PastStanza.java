package kith.lab;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.UUID;

/// A stanza to lay into an archive or an offline queue as if it had been sent then.
///
/// @param at when the server took it, UTC
/// @param xml the whole stanza with its `from`; anything well-formed, so that a test may leave
///   poison for a client to find
public record PastStanza(Instant at, String xml) {

    /// A message between two people.
    public static PastStanza chat(Jid from, Jid to, Instant at, String body) {
        return new PastStanza(at, message(Message.Type.chat).from(from).to(to).setBody(body));
    }

    /// What somebody said in a room.
    ///
    /// @param occupant the sender's address in the room, `room@service/nick`
    public static PastStanza groupchat(EntityFullJid occupant, Instant at, String body) {
        return new PastStanza(at, message(Message.Type.groupchat).from(occupant).setBody(body));
    }

    private PastStanza(Instant at, MessageBuilder message) {
        this(at, message.build().toXML().toString().replace("]]>", "]]&gt;")); // Smack doesn't
    }

    /// With one id in both places, as good clients send it.
    private static MessageBuilder message(Message.Type type) {
        LabSmack.prepare();
        String id = UUID.randomUUID().toString();
        return StanzaBuilder.buildMessage(id).ofType(type).addExtension(new OriginIdElement(id));
    }
}
