package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Set;

/// XEP-0393 Message Styling: that Kith knows it (§5), and which messages are not to be styled (§7).
///
/// Not here: what the signs in a text mean, which is for who shows it.
public final class Xep0393Styling implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:styling:0";
    private static final String UNSTYLED = "unstyled";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        return List.of(); // it is part of the message
    }

    /// Whether a message may be styled.
    static boolean isAllowedIn(Envelope in) {
        return in.payload(UNSTYLED, NAMESPACE).isEmpty();
    }

    /// Says that a message is not to be styled.
    static StandardExtensionElement unstyled() {
        return new StandardExtensionElement(UNSTYLED, NAMESPACE);
    }
}
