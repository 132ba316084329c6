package kith.xmpp.xep;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an entity says of itself (XEP-0030 §3).
///
/// @param identities what it is
/// @param forms what it adds (XEP-0128)
record DiscoInfo(
        Set<String> features,
        List<StandardExtensionElement> identities,
        List<StandardExtensionElement> forms) {

    private static final String FORMS = "jabber:x:data";

    static final DiscoInfo NONE = new DiscoInfo(Set.of(), List.of(), List.of());

    static DiscoInfo of(StandardExtensionElement info) {
        return new DiscoInfo(
                Tree.children(info, "feature").stream()
                        .flatMap(each -> Tree.attribute(each, "var").stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Tree.children(info, "identity"),
                info.getElements().stream()
                        .filter(each -> each.getElementName().equals("x"))
                        .filter(each -> each.getNamespace().equals(FORMS))
                        .toList());
    }

    /// Whether it is of this category and type.
    boolean is(String category, String type) {
        return identities.stream()
                .anyMatch(
                        each ->
                                category.equals(each.getAttributeValue("category"))
                                        && type.equals(each.getAttributeValue("type")));
    }

    /// The first value of a field in the form of this type (XEP-0068).
    Optional<String> field(String type, String name) {
        return forms.stream()
                .filter(form -> value(form, "FORM_TYPE").filter(type::equals).isPresent())
                .findFirst()
                .flatMap(form -> value(form, name));
    }

    private static Optional<String> value(StandardExtensionElement form, String name) {
        return Tree.children(form, "field").stream()
                .filter(field -> Tree.attribute(field, "var").filter(name::equals).isPresent())
                .findFirst()
                .flatMap(field -> Tree.child(field, "value"))
                .map(Tree::text)
                .map(String::strip);
    }
}
