package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;
import java.util.Set;

/// XEP-0308 Last Message Correction: what stands beside the new words of a message that was sent
/// before, whichever of the sender's it was. Whose words may replace which, the store decides.
final class Xep0308Correction implements XmppExtension {

    private static final String NAME = "replace";
    private static final String NAMESPACE = "urn:xmpp:message-correct:0";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// @param target the id that we sent the other with
    static StandardExtensionElement of(String target) {
        return StandardExtensionElement.builder(NAME, NAMESPACE).addAttribute("id", target).build();
    }

    /// The id of the message for which these are other words; empty where they are new ones.
    static Optional<String> targetIn(Envelope in) {
        return in.payload(NAME, NAMESPACE)
                .flatMap(replace -> Tree.attribute(replace, "id"))
                .filter(id -> !id.isEmpty());
    }
}
