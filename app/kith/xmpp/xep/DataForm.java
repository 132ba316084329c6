package kith.xmpp.xep;

import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form that someone gave us to fill (XEP-0004 §3), and what we fill in. What is not touched goes
/// back as it came.
final class DataForm {

    static final String NAMESPACE = "jabber:x:data";

    private final StandardExtensionElement form;
    private final Map<String, List<String>> filled = new LinkedHashMap<>();

    private DataForm(StandardExtensionElement form) {
        this.form = form;
    }

    /// The form in an answer; empty where it has none.
    static Optional<DataForm> in(StandardExtensionElement answer) {
        return Tree.child(answer, "x", NAMESPACE)
                .filter(x -> Tree.attribute(x, "type").filter("form"::equals).isPresent())
                .filter(x -> !Tree.children(x, "field").isEmpty())
                .map(DataForm::new);
    }

    /// The way to say that nobody wants to fill it.
    static StandardExtensionElement cancel() {
        return StandardExtensionElement.builder("x", NAMESPACE)
                .addAttribute("type", "cancel")
                .build();
    }

    /// The way to say that it is right as it is, whatever stands in it.
    static StandardExtensionElement submitNothing() {
        return StandardExtensionElement.builder("x", NAMESPACE)
                .addAttribute("type", "submit")
                .build();
    }

    /// Fills in one value, if there is such a field and it takes that.
    ///
    /// @return whether it does
    boolean fill(String name, String value) {
        var field = field(name).filter(it -> takes(it, value));
        field.ifPresent(_ -> filled.put(name, List.of(value)));
        return field.isPresent();
    }

    /// What goes back: every field that has a value.
    StandardExtensionElement submit() {
        var submit =
                StandardExtensionElement.builder("x", NAMESPACE).addAttribute("type", "submit");
        for (var field : Tree.children(form, "field")) {
            Tree.attribute(field, "var")
                    .filter(_ -> !type(field).equals("fixed"))
                    .filter(name -> filled.containsKey(name) || !values(field).isEmpty())
                    .map(name -> answer(name, filled.getOrDefault(name, values(field))))
                    .ifPresent(submit::addElement);
        }
        return submit.build();
    }

    private static StandardExtensionElement answer(String name, List<String> values) {
        var answer =
                StandardExtensionElement.builder("field", NAMESPACE).addAttribute("var", name);
        values.forEach(value -> answer.addElement("value", value));
        return answer.build();
    }

    private Optional<StandardExtensionElement> field(String name) {
        return Tree.children(form, "field").stream()
                .filter(each -> Tree.attribute(each, "var").filter(name::equals).isPresent())
                .findFirst();
    }

    private static boolean takes(StandardExtensionElement field, String value) {
        return switch (type(field)) {
            case "list-single", "list-multi" ->
                    Tree.children(field, "option").stream()
                            .anyMatch(option -> values(option).contains(value));
            case "fixed", "hidden" -> false;
            default -> true;
        };
    }

    private static String type(StandardExtensionElement field) {
        return Tree.attribute(field, "type").orElse("text-single");
    }

    private static List<String> values(StandardExtensionElement parent) {
        return Tree.children(parent, "value").stream().map(Tree::text).toList();
    }
}
