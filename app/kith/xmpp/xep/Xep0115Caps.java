package kith.xmpp.xep;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/// XEP-0115 Entity Capabilities, version 1.6.0, outgoing only: our presence names what we support,
/// so that nobody who knows a Kith of this kind has to ask, and our server knows what to tell us of
/// (XEP-0163 §4.2).
final class Xep0115Caps {

    private static final String NAMESPACE = "http://jabber.org/protocol/caps";
    private static final String NODE = "https://kith.im";

    private final Supplier<Set<String>> ours;

    /// @param ours all features of Kith's, sorted
    Xep0115Caps(Supplier<Set<String>> ours) {
        this.ours = ours;
    }

    /// What a presence of ours carries (§4).
    StandardExtensionElement element() {
        return StandardExtensionElement.builder("c", NAMESPACE)
                .addAttribute("hash", "sha-1")
                .addAttribute("node", NODE)
                .addAttribute("ver", version())
                .build();
    }

    /// Whether a question of what we support is of what our presence named (§6.2).
    boolean isOurs(String node) {
        return node.equals(NODE + "#" + version());
    }

    /// §5.1
    private String version() {
        var text = new StringBuilder();
        text.append(Xep0030Disco.CATEGORY).append('/').append(Xep0030Disco.TYPE);
        text.append("//").append(Xep0030Disco.CLIENT).append('<');
        ours.get().forEach(feature -> text.append(feature).append('<'));
        return Base64.getEncoder()
                .encodeToString(sha1().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1"); // names, protects nothing
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
