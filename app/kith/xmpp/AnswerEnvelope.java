package kith.xmpp;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;

/// A result that came for a request of ours, from the one we asked.
///
/// @param span how far the messages went that came before it, where it is the end of an archive's
///   page that has any
public record AnswerEnvelope(IQ request, IQ answer, Optional<ArchiveSpan> span) {

    /// What was asked for, if that goes under this name; what was answered is in [#answered].
    public boolean isTo(String name, String namespace) {
        return name.equals(request.getChildElementName())
                && namespace.equals(request.getChildElementNamespace());
    }

    /// The content of the answer; empty where it says no more than yes.
    public Optional<StandardExtensionElement> answered() {
        return answer instanceof PayloadIq known ? Optional.of(known.payload()) : Optional.empty();
    }
}
