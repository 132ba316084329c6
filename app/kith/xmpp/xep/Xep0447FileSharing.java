package kith.xmpp.xep;

import kith.model.Content;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XEP-0447 Stateless file sharing, version 0.3.1: a message that is a file, with where it is and
/// what is known of it.
///
/// It is one where it has no words of its own: none but the address, or such as are marked as
/// standing for the file (XEP-0428). Of its sources, those on the web by HTTPS count (XEP-0103);
/// one that has none stays words. Not here: several files in a message, sources that come later
/// (§3.3), encrypted ones (XEP-0448), those from the sender's device (Jingle).
final class Xep0447FileSharing implements XmppExtension {

    private static final String NAME = "file-sharing";
    private static final String NAMESPACE = "urn:xmpp:sfs:0";

    private static final String SOURCES = "sources";
    private static final String SOURCE = "url-data";
    private static final String SOURCE_NAMESPACE = "http://jabber.org/protocol/url-data";
    private static final String TARGET = "target";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Adds a file to a message whose body is where it is, for programs that know of that alone
    /// (§3.1).
    ///
    /// @param url where it is
    static void add(MessageBuilder message, Content.File file, String url) {
        var source =
                StandardExtensionElement.builder(SOURCE, SOURCE_NAMESPACE)
                        .addAttribute(TARGET, url)
                        .build();
        var sources =
                StandardExtensionElement.builder(SOURCES, NAMESPACE).addElement(source).build();
        var sharing =
                StandardExtensionElement.builder(NAME, NAMESPACE)
                        .addAttribute(
                                "disposition", file.picture().isPresent() ? "inline" : "attachment")
                        .addElement(Xep0446FileMetadata.of(file))
                        .addElement(sources)
                        .build();
        message.addExtension(sharing).addExtension(Xep0428Fallback.ofBody(NAMESPACE));
    }

    /// Whether a message has more files than one (§4.2).
    static boolean areSeveralIn(Envelope in) {
        return Tree.allIn(in.message(), NAME, NAMESPACE).size() > 1;
    }

    /// The file that a message is; empty for one that is none, or several, or says more.
    ///
    /// @param body empty for none
    static Optional<Content> in(Envelope in, String body, Optional<String> thread) {
        var all = Tree.allIn(in.message(), NAME, NAMESPACE);
        return all.size() == 1 ? file(in, all.getFirst(), body, thread) : Optional.empty();
    }

    private static Optional<Content> file(
            Envelope in, StandardExtensionElement sharing, String body, Optional<String> thread) {
        var targets = targets(sharing);
        var said = targets.contains(body) ? FileAddress.of(body) : Optional.<URI>empty();
        boolean isWordless =
                said.isPresent() || body.isBlank() || Xep0428Fallback.isWhole(in, NAMESPACE);
        // by what it says: a copy that lost all else on the way is then known to be the same
        return isWordless
                ? said.or(() -> first(targets)).map(place -> content(sharing, place, thread))
                : Optional.empty();
    }

    private static Optional<URI> first(List<String> targets) {
        return targets.stream().flatMap(it -> FileAddress.of(it).stream()).findFirst();
    }

    private static Content content(
            StandardExtensionElement sharing, URI place, Optional<String> thread) {
        var metadata = Xep0446FileMetadata.in(sharing);
        return new Content.File(
                Optional.of(place.toString()),
                metadata.name().orElseGet(() -> FileAddress.name(place)),
                metadata.size(),
                metadata.picture(),
                thread);
    }

    private static List<String> targets(StandardExtensionElement sharing) {
        return Tree.child(sharing, SOURCES).stream()
                .flatMap(it -> Tree.children(it, SOURCE, SOURCE_NAMESPACE).stream())
                .flatMap(it -> Tree.attribute(it, TARGET).stream())
                .toList();
    }
}
