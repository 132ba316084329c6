package kith.xmpp.xep;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;

/// XEP-0469 Bookmark Pinning, version 0.1.0: whether a chat is pinned, among the extensions of what
/// is kept of it.
final class Xep0469Pinning {

    private static final String NAME = "pinned";
    private static final String NAMESPACE = "urn:xmpp:bookmarks-pinning:0";

    private Xep0469Pinning() {}

    static boolean isIn(List<StandardExtensionElement> extensions) {
        return extensions.stream().anyMatch(Xep0469Pinning::isPin);
    }

    /// The same extensions of a chat that is pinned, or isn't.
    static List<StandardExtensionElement> put(
            List<StandardExtensionElement> extensions, boolean isPinned) {
        var all = new ArrayList<>(extensions);
        if (!isPinned) {
            all.removeIf(Xep0469Pinning::isPin);
        } else if (!isIn(extensions)) {
            all.add(new StandardExtensionElement(NAME, NAMESPACE));
        }
        return all;
    }

    private static boolean isPin(StandardExtensionElement element) {
        return element.getElementName().equals(NAME) && element.getNamespace().equals(NAMESPACE);
    }
}
