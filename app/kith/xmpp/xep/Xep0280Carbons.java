package kith.xmpp.xep;

import kith.xmpp.PayloadIq;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.concurrent.CompletionStage;

/// XEP-0280 Message Carbons: copies of what our other devices send and get. Only the switch: the
/// copies themselves come through `MessageDoor`.
public final class Xep0280Carbons implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:carbons:2";

    /// Asks the server for copies, until the session ends.
    ///
    /// @return fails where the server doesn't have them
    public CompletionStage<IQ> enable(XmppLink link) {
        return link.ask(PayloadIq.set(null, new StandardExtensionElement("enable", NAMESPACE)));
    }
}
