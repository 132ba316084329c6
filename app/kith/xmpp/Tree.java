package kith.xmpp;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaView;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// How to read a [StandardExtensionElement], an element that Smack parsed into a plain tree: with
/// `Optional` and empty lists where it has null.
public final class Tree {

    /// The attribute of an element that isn't as it came. Who writes it themselves only keeps us
    /// from changing what is theirs.
    public static final String CHANGED = "im.kith.changed";

    private Tree() {}

    /// Whether something in an element, not counting what is in its children, was left out or put
    /// into another order when it was read.
    public static boolean isChanged(StandardExtensionElement element) {
        return element.getAttributes().containsKey(CHANGED);
    }

    /// The first element of a stanza with this name.
    public static Optional<StandardExtensionElement> in(
            StanzaView stanza, String name, String namespace) {
        for (var each : stanza.getExtensions()) {
            if (each instanceof StandardExtensionElement element
                    && element.getElementName().equals(name)
                    && element.getNamespace().equals(namespace)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// All elements of a stanza with this name.
    public static List<StandardExtensionElement> allIn(
            StanzaView stanza, String name, String namespace) {
        return stanza.getExtensions().stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(StandardExtensionElement.class::cast)
                .filter(each -> each.getElementName().equals(name))
                .filter(each -> each.getNamespace().equals(namespace))
                .toList();
    }

    /// The first child with this name in the parent's namespace.
    public static Optional<StandardExtensionElement> child(
            StandardExtensionElement parent, String name) {
        return Optional.ofNullable(parent.getFirstElement(name));
    }

    public static Optional<StandardExtensionElement> child(
            StandardExtensionElement parent, String name, String namespace) {
        return Optional.ofNullable(parent.getFirstElement(name, namespace));
    }

    /// The children with this name in the parent's namespace, in order.
    public static List<StandardExtensionElement> children(
            StandardExtensionElement parent, String name) {
        var found = parent.getElements(name);
        return found == null ? List.of() : found;
    }

    public static List<StandardExtensionElement> children(
            StandardExtensionElement parent, String name, String namespace) {
        var found = parent.getElements(name, namespace);
        return found == null ? List.of() : found;
    }

    public static Optional<String> attribute(StandardExtensionElement element, String name) {
        return Optional.ofNullable(element.getAttributeValue(name));
    }

    /// The address that an attribute holds; empty where there is none, or it is no address, or one
    /// that isn't the same once it is written down: of `a@b..` jxmpp makes `a@b.`.
    public static Optional<Jid> address(StandardExtensionElement element, String name) {
        return attribute(element, name).flatMap(Tree::address);
    }

    /// The address that a text is, on the same terms.
    public static Optional<Jid> address(String text) {
        return Optional.ofNullable(JidCreate.fromOrNull(text))
                .filter(jid -> jid.equals(JidCreate.fromOrNull(jid.toString())));
    }

    /// The characters inside; empty where there are none.
    public static String text(StandardExtensionElement element) {
        var text = element.getText();
        return text == null ? "" : text;
    }
}
