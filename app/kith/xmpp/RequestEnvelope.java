package kith.xmpp;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;

/// A request of someone's to us (RFC 6120 §8.2.3).
///
/// @param isOwn whether it comes from our own account on our own server, and from nobody else
public record RequestEnvelope(IQ request, boolean isOwn) {

    /// What is asked, if it goes under this name.
    public Optional<StandardExtensionElement> payload(IQ.Type type, String name, String namespace) {
        return request instanceof PayloadIq known
                        && known.getType() == type
                        && known.payload().getElementName().equals(name)
                        && known.payload().getNamespace().equals(namespace)
                ? Optional.of(known.payload())
                : Optional.empty();
    }
}
