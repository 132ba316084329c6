package kith.xmpp.xep;

import kith.xmpp.PayloadIq;
import kith.xmpp.Reply;
import kith.xmpp.RequestEnvelope;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XEP-0199 XMPP Ping: answers them, and writes the one by which a link finds out whether its
/// server is still there.
public final class Xep0199Ping implements XmppExtension {

    private static final String NAME = "ping";
    private static final String NAMESPACE = "urn:xmpp:ping";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// A ping to our own server; an error for an answer is a sign of life too.
    public static IQ toServer() {
        return PayloadIq.get(null, new StandardExtensionElement(NAME, NAMESPACE));
    }

    /// Whether a request is [#toServer].
    public static boolean isToServer(IQ request) {
        return request.getTo() == null
                && request instanceof PayloadIq iq
                && NAMESPACE.equals(iq.payload().getNamespace());
    }

    /// A ping to somebody.
    static IQ to(Jid address) {
        return PayloadIq.get(address, new StandardExtensionElement(NAME, NAMESPACE));
    }

    @Override
    public Optional<Reply> answer(RequestEnvelope in) {
        return in.payload(IQ.Type.get, NAME, NAMESPACE).map(ping -> Reply.yes(in, List.of()));
    }
}
