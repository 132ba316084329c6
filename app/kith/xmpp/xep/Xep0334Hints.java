package kith.xmpp.xep;

import org.jivesoftware.smack.packet.StandardExtensionElement;

/// XEP-0334 Message Processing Hints: what servers should do with a message of ours, whose content
/// doesn't tell them. Hints of others are of no interest.
final class Xep0334Hints {

    private static final String NAMESPACE = "urn:xmpp:hints";

    private Xep0334Hints() {}

    /// It is to be archived though it has no words (§4.4).
    static StandardExtensionElement store() {
        return new StandardExtensionElement("store", NAMESPACE);
    }

    /// It is of this moment only (§4.2).
    static StandardExtensionElement noStore() {
        return new StandardExtensionElement("no-store", NAMESPACE);
    }
}
