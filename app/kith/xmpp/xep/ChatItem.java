package kith.xmpp.xep;

import kith.model.SharedFlags;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.List;

/// What the account keeps of one chat: an element with extensions, as a bookmark is (XEP-0402 §2).
/// Of all in it that isn't ours nothing is lost when we change what is.
record ChatItem(StandardExtensionElement element) {

    private static final String EXTENSIONS = "extensions";

    /// A stanza of ours that is larger, servers may end the stream for.
    private static final int MAX_LENGTH = 32_768;

    SharedFlags flags() {
        var extensions = extensions();
        return new SharedFlags(
                Xep0469Pinning.isIn(extensions),
                Xep0492Notifications.in(extensions),
                Xep0492Notifications.alertsIn(extensions));
    }

    /// The same with other flags.
    ChatItem with(SharedFlags flags) {
        if (flags.equals(flags())) {
            return this;
        }
        var pinned = Xep0469Pinning.put(extensions(), flags.isPinned());
        var extensions = Xep0492Notifications.put(pinned, flags.mute(), flags.alerts());
        var changed = copy(element);
        boolean isPlaced = false;
        for (var each : element.getElements()) {
            if (!isPlaced && isExtensions(each)) {
                put(changed, each, extensions);
                isPlaced = true;
            } else {
                changed.addElement(each);
            }
        }
        if (!isPlaced) {
            var none = new StandardExtensionElement(EXTENSIONS, element.getNamespace());
            put(changed, none, extensions);
        }
        return new ChatItem(changed.build());
    }

    /// Whether it says nothing at all.
    boolean isBare() {
        return element.getElements().isEmpty()
                && element.getAttributes().isEmpty()
                && Tree.text(element).isBlank();
    }

    /// Whether it would be the same once it is written: the tree that it was read into doesn't know
    /// where words stood between elements, and says of what else it has lost; and Smack writes no
    /// line breaks in attributes, and none that are carriage returns.
    boolean isWhole() {
        return isWhole(element) && element.toXML().length() <= MAX_LENGTH;
    }

    static boolean isWhole(StandardExtensionElement element) {
        var children = element.getElements();
        return !Tree.isChanged(element)
                && (children.isEmpty() || Tree.text(element).isBlank())
                && Tree.text(element).indexOf('\r') < 0
                && element.getAttributes().values().stream().noneMatch(ChatItem::isBroken)
                && children.stream().allMatch(ChatItem::isWhole);
    }

    private static boolean isBroken(String attribute) {
        return attribute.chars().anyMatch(it -> it < ' ');
    }

    private static void put(
            StandardExtensionElement.Builder parent,
            StandardExtensionElement old,
            List<StandardExtensionElement> extensions) {
        if (extensions.isEmpty() && old.getAttributes().isEmpty()) {
            return;
        }
        var changed = copy(old);
        extensions.forEach(changed::addElement);
        parent.addElement(changed.build());
    }

    private static StandardExtensionElement.Builder copy(StandardExtensionElement old) {
        var copy =
                StandardExtensionElement.builder(old.getElementName(), old.getNamespace())
                        .addAttributes(old.getAttributes());
        return Tree.text(old).isBlank() ? copy : copy.setText(Tree.text(old));
    }

    private boolean isExtensions(StandardExtensionElement child) {
        return child.getElementName().equals(EXTENSIONS)
                && child.getNamespace().equals(element.getNamespace());
    }

    private List<StandardExtensionElement> extensions() {
        return Tree.child(element, EXTENSIONS)
                .map(StandardExtensionElement::getElements)
                .orElseGet(ArrayList::new);
    }
}
