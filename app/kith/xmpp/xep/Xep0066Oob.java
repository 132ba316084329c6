package kith.xmpp.xep;

import kith.model.Content;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Optional;
import java.util.Set;

/// XEP-0066 Out of Band Data in messages, version 1.5: the mark that what a message says is the
/// address of a file.
///
/// Only a message that says nothing else counts as a file, and only an address by HTTPS, which is
/// all that uploads have (XEP-0363 §3); any other stays words, where all of it is to be seen. Not
/// here: questions (§2), which nobody asks any more.
final class Xep0066Oob implements XmppExtension {

    private static final String NAME = "x";
    private static final String NAMESPACE = "jabber:x:oob";

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
                .flatMap(FileAddress::of)
                .map(
                        uri ->
                                new Content.File(
                                        Optional.of(body),
                                        FileAddress.name(uri),
                                        Optional.empty(),
                                        thread));
    }
}
