package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.MessageMark;
import kith.xmpp.MessageMark.Kind;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageMarked;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Set;

/// XEP-0184 Message Delivery Receipts, version 1.4.0, both directions, between two people only
/// (§5.3).
///
/// Not here: whom to answer (§5.5, §8); a receipt tells a stranger that we are there.
public final class Xep0184Receipts implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:receipts";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// What a message of ours carries that wants a receipt (§5.1).
    static StandardExtensionElement request() {
        return new StandardExtensionElement("request", NAMESPACE);
    }

    /// Whether a message of another's wants one. One without an id can't have any.
    static boolean isRequestedIn(Envelope in) {
        return !in.author().isMine()
                && !in.isRoom()
                && !in.isError()
                && !in.ids().stanza().isEmpty()
                && in.payload("request", NAMESPACE).isPresent();
    }

    /// Says that a message came. To the bare address: whichever device is there may see it.
    ///
    /// @param id of the receipt itself
    /// @param received the message's, as its sender gave it
    /// @return whether there was a session to hand it to
    public boolean send(XmppLink link, BareJid to, String id, String received) {
        return link.send(
                StanzaBuilder.buildMessage(id)
                        .to(to)
                        .ofType(Message.Type.chat)
                        .addExtension(
                                StandardExtensionElement.builder("received", NAMESPACE)
                                        .addAttribute("id", received)
                                        .build())
                        .addExtension(Xep0334Hints.store())
                        .build());
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isError() || in.isRoom() || in.author().isMine()) {
            return List.of();
        }
        return in.payload("received", NAMESPACE)
                .flatMap(received -> Tree.attribute(received, "id"))
                .<List<XmppEvent>>map(
                        id -> List.of(new MessageMarked(MessageMark.in(in, id, Kind.DELIVERED))))
                .orElse(List.of());
    }
}
