package kith.xmpp.xep;

import kith.model.Content;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// XEP-0066 Out of Band Data in messages, version 1.5: the mark that what a message says is the
/// address of a file.
///
/// Only a message that says nothing else counts as a file, and only an address by HTTPS, which is
/// all that uploads have (XEP-0363 §3); any other stays words, where all of it is to be seen. Not
/// here: questions (§2), which nobody asks any more.
final class Xep0066Oob implements XmppExtension {

    private static final String NAME = "x";
    private static final String NAMESPACE = "jabber:x:oob";

    /// What could make a name look like another: `fdp.exe` written backwards, say.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// The mark for a message whose body is this.
    static StandardExtensionElement of(String url) {
        return StandardExtensionElement.builder(NAME, NAMESPACE).addElement("url", url).build();
    }

    /// The file that a message is; empty for one that is none, or that is elsewhere than on the web
    /// by HTTPS.
    static Optional<Content> in(Envelope in, String body, Optional<String> thread) {
        return in.payload(NAME, NAMESPACE)
                .flatMap(mark -> Tree.child(mark, "url"))
                .map(Tree::text)
                .filter(body::equals)
                .flatMap(Xep0066Oob::address)
                .map(
                        uri ->
                                new Content.File(
                                        Optional.of(body), name(uri), Optional.empty(), thread));
    }

    private static Optional<URI> address(String url) {
        try {
            var uri = new URI(url);
            boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
            return isSecure && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException words) {
            return Optional.empty();
        }
    }

    /// The last part of its path, which is what its sender calls it; the host where there is none.
    private static String name(URI uri) {
        var path = uri.getPath() == null ? "" : uri.getPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        var name = INVISIBLE.matcher(last).replaceAll("").strip();
        return name.isEmpty() ? uri.getHost() : name;
    }
}
