package kith.xmpp.xep;

import kith.xmpp.PayloadIq;
import kith.xmpp.Reply;
import kith.xmpp.RequestEnvelope;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;
import java.util.Set;

/// XEP-0092 Software Version: says that this is Kith, and of which version; not on which system.
public final class Xep0092Version implements XmppExtension {

    private static final String NAME = "query";
    private static final String NAMESPACE = "jabber:iq:version";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    @Override
    public Optional<Reply> answer(RequestEnvelope in) {
        return in.payload(IQ.Type.get, NAME, NAMESPACE)
                .map(query -> Reply.with(PayloadIq.result(in.request(), version())));
    }

    private static StandardExtensionElement version() {
        var version = Xep0092Version.class.getPackage().getImplementationVersion();
        return StandardExtensionElement.builder(NAME, NAMESPACE)
                .addElement("name", "Kith")
                .addElement("version", version == null ? "unreleased" : version)
                .build();
    }
}
