package kith.xmpp.xep;

import kith.model.Confidant;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/// What a private message in a room (XEP-0045 §7.5) has that no other has: the occupant's address
/// in the room, and the mark by which the user's other devices know it (XEP-0280 §6.1).
///
/// Reading it is the door's affair (`MessageDoor`), which knows who is a room.
final class Xep0045Private {

    private static final String NAMESPACE = "http://jabber.org/protocol/muc#user";

    private Xep0045Private() {}

    /// Makes a message one for somebody in a room; never one for all of it.
    static void address(MessageBuilder message, BareJid room, Confidant other) {
        message.to(
                        JidCreate.fullFrom(
                                room.asEntityBareJidOrThrow(),
                                Resourcepart.fromOrThrowUnchecked(other.nick())))
                .ofType(Message.Type.chat)
                .addExtension(new StandardExtensionElement("x", NAMESPACE));
    }
}
