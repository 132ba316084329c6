package kith.xmpp.xep;

import kith.model.Nick;
import kith.xmpp.Bookmark;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The `conference` element of a bookmark, which XEP-0402 §2 and XEP-0048 §2.1 write alike but for
/// the namespace. What in it isn't changed stays as it is, to the letter.
final class Conference {

    static final String NAME = "conference";

    private static final String TITLE = "name";
    private static final String AUTOJOIN = "autojoin";
    private static final String NICK = "nick";
    private static final String PASSWORD = "password";
    private static final Set<String> OURS = Set.of(NICK, PASSWORD);

    /// Longer is nothing that anybody gave a room.
    private static final int MAX_TEXT = 1_000;

    private Conference() {}

    static Bookmark in(StandardExtensionElement element) {
        return new Bookmark(
                Tree.attribute(element, TITLE).filter(Conference::isLine),
                child(element, NICK).filter(Nick::isOne),
                child(element, PASSWORD),
                isTrue(Tree.attribute(element, AUTOJOIN)));
    }

    /// The same element with what a bookmark says.
    static StandardExtensionElement put(StandardExtensionElement element, Bookmark wanted) {
        var before = in(element);
        if (before.equals(wanted)) {
            return element;
        }
        var changed =
                StandardExtensionElement.builder(element.getElementName(), element.getNamespace())
                        .addAttributes(attributes(element, before, wanted));
        put(changed, element, NICK, before.nick(), wanted.nick());
        put(changed, element, PASSWORD, before.password(), wanted.password());
        element.getElements().stream()
                .filter(each -> !isOurs(each, element))
                .forEach(changed::addElement);
        return changed.build();
    }

    private static Map<String, String> attributes(
            StandardExtensionElement element, Bookmark before, Bookmark wanted) {
        var attributes = new LinkedHashMap<>(element.getAttributes());
        if (!before.name().equals(wanted.name())) {
            wanted.name()
                    .ifPresentOrElse(
                            it -> attributes.put(TITLE, it), () -> attributes.remove(TITLE));
        }
        if (before.isAutojoin() != wanted.isAutojoin()) {
            attributes.put(AUTOJOIN, Boolean.toString(wanted.isAutojoin()));
        }
        return attributes;
    }

    /// All elements of that name where it says the same, else a new one.
    private static void put(
            StandardExtensionElement.Builder changed,
            StandardExtensionElement element,
            String name,
            Optional<String> before,
            Optional<String> wanted) {
        if (before.equals(wanted)) {
            element.getElements().stream()
                    .filter(each -> isOurs(each, element) && each.getElementName().equals(name))
                    .forEach(changed::addElement);
        } else {
            wanted.ifPresent(it -> changed.addElement(name, it));
        }
    }

    private static boolean isOurs(
            StandardExtensionElement child, StandardExtensionElement element) {
        return OURS.contains(child.getElementName())
                && child.getNamespace().equals(element.getNamespace());
    }

    private static Optional<String> child(StandardExtensionElement element, String name) {
        return Tree.child(element, name)
                .map(Tree::text)
                .filter(it -> !it.isEmpty() && it.length() <= MAX_TEXT);
    }

    private static boolean isLine(String text) {
        return !text.isBlank()
                && text.length() <= MAX_TEXT
                && text.chars().noneMatch(Character::isISOControl);
    }

    /// As XML Schema writes it.
    private static boolean isTrue(Optional<String> value) {
        return value.map(String::strip)
                .filter(it -> it.equals("true") || it.equals("1"))
                .isPresent();
    }
}
