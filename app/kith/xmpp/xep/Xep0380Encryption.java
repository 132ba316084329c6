package kith.xmpp.xep;

import kith.model.Content;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// XEP-0380 Explicit Message Encryption, version 0.4.0, and the payloads of those who don't say it:
/// that words are there which only a key can read. Kith has none yet.
///
/// What stands in the body of such a message is for programs that know nothing of this (§3), so it
/// isn't what its sender says. OMEMO messages without a payload only make a session between two
/// devices (XEP-0384 §5.4): they say nothing to anybody.
final class Xep0380Encryption implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:eme:0";

    /// What somebody calls their way of encrypting is their word: no more of it is shown.
    private static final int LONGEST_NAME = 40;

    /// By the namespaces of §4, and by what these put into a message.
    private static final Map<String, String> KNOWN =
            Map.of(
                    "eu.siacs.conversations.axolotl", "OMEMO",
                    "urn:xmpp:omemo:1", "OMEMO",
                    "urn:xmpp:omemo:2", "OMEMO",
                    "urn:xmpp:openpgp:0", "OpenPGP",
                    "jabber:x:encrypted", "OpenPGP",
                    "urn:xmpp:otr:0", "OTR");

    @Override
    public Set<String> features() {
        return Set.of();
    }

    /// A message that can't be read here; empty for one that isn't encrypted.
    static Optional<Content.Unreadable> in(Envelope in) {
        return encrypted(in)
                .map(namespace -> name(in, namespace))
                .map(name -> new Content.Unreadable(Optional.of(name)));
    }

    /// Whether it is there for devices alone.
    static boolean isKeyTransport(Envelope in) {
        return omemo().anyMatch(namespace -> in.payload("encrypted", namespace).isPresent())
                && omemo().allMatch(
                                namespace ->
                                        in.payload("encrypted", namespace)
                                                .flatMap(it -> Tree.child(it, "payload"))
                                                .isEmpty());
    }

    private static Stream<String> omemo() {
        return KNOWN.entrySet().stream()
                .filter(known -> known.getValue().equals("OMEMO"))
                .map(Map.Entry::getKey);
    }

    /// The namespace of how it is encrypted.
    private static Optional<String> encrypted(Envelope in) {
        return in.payload("encryption", NAMESPACE)
                .flatMap(mark -> said(mark, "namespace"))
                .or(() -> KNOWN.keySet().stream().filter(each -> isIn(in, each)).findFirst());
    }

    private static boolean isIn(Envelope in, String namespace) {
        return Stream.of("encrypted", "openpgp", "x")
                .anyMatch(name -> in.payload(name, namespace).isPresent());
    }

    private static String name(Envelope in, String namespace) {
        var own = in.payload("encryption", NAMESPACE).flatMap(mark -> said(mark, "name"));
        var name = Optional.ofNullable(KNOWN.get(namespace)).or(() -> own).orElse(namespace);
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static Optional<String> said(StandardExtensionElement mark, String attribute) {
        return Tree.attribute(mark, attribute).filter(value -> !value.isBlank());
    }
}
