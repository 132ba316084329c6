package kith.xmpp.xep;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// XEP-0004 Data Forms, version 2.13.2: a form that a service sends, and what goes back.
///
/// On plain trees, not on Smack's `DataForm`, which throws for a type it doesn't know, where §3.3
/// wants it taken for `text-single`. Trusts no one: what is too long to be meant is left out, and
/// the form says so. Not announced (§7), as only forms inside of other protocols are understood.
/// Not done: results with several items (§3.4), which none of those protocols has.
public final class Xep0004Forms {

    public static final String NAMESPACE = "jabber:x:data";

    static final int MAX_FIELDS = 200;
    static final int MAX_VALUES = 1_000;
    static final int MAX_OPTIONS = 500;
    static final int MAX_VALUE_LENGTH = 10_000;
    static final int MAX_LABEL_LENGTH = 500;
    static final int MAX_INSTRUCTIONS = 20;
    static final int MAX_INSTRUCTION_LENGTH = 2_000;

    private static final String TYPE = "type";
    private static final String VALUE = "value";
    private static final String FORM_TYPE = "FORM_TYPE";

    private static final Map<String, FieldType> TYPES =
            Arrays.stream(FieldType.values())
                    .collect(Collectors.toUnmodifiableMap(Xep0004Forms::word, type -> type));

    private Xep0004Forms() {}

    /// The form inside of what an answer carries; empty where there is none.
    public static Optional<DataForm> in(StandardExtensionElement payload) {
        return Tree.child(payload, "x", NAMESPACE).map(Xep0004Forms::read);
    }

    /// What is in an element `x` of this namespace.
    public static DataForm read(StandardExtensionElement form) {
        var elements = Tree.children(form, "field");
        var fields = new ArrayList<Field>();
        var names = new HashSet<String>();
        for (var each : elements.subList(0, Math.min(elements.size(), MAX_FIELDS))) {
            var field = field(each);
            boolean isNew = field.name().isEmpty() || names.add(field.name());
            if (isNew && (field.type() == FieldType.FIXED || !field.name().isEmpty())) {
                fields.add(field);
            }
        }
        return new DataForm(
                Tree.child(form, "title").map(Xep0004Forms::label).orElse(""),
                Tree.children(form, "instructions").stream()
                        .limit(MAX_INSTRUCTIONS)
                        .map(each -> cut(Tree.text(each), MAX_INSTRUCTION_LENGTH))
                        .filter(text -> !text.isBlank())
                        .toList(),
                fields,
                elements.size() <= MAX_FIELDS);
    }

    /// The element that brings a filled form back (§3.1): every field that has a name and is whole,
    /// also those that nobody changed.
    public static StandardExtensionElement submit(DataForm filled) {
        var form = StandardExtensionElement.builder("x", NAMESPACE).addAttribute(TYPE, "submit");
        filled.fields().stream()
                .filter(Xep0004Forms::isSent)
                .forEach(each -> form.addElement(element(each)));
        return form.build();
    }

    /// The element that says that the user wants to fill in nothing (§3.1).
    public static StandardExtensionElement cancel() {
        return StandardExtensionElement.builder("x", NAMESPACE)
                .addAttribute(TYPE, "cancel")
                .build();
    }

    /// A list where nothing was chosen has no value that could be meant.
    private static boolean isSent(Field field) {
        boolean isUnchosen = field.type() == FieldType.LIST_SINGLE && field.values().isEmpty();
        return field.isWhole()
                && field.type() != FieldType.FIXED
                && !field.name().isEmpty()
                && !isUnchosen;
    }

    private static StandardExtensionElement element(Field field) {
        var element =
                StandardExtensionElement.builder("field", NAMESPACE)
                        .addAttribute(TYPE, word(field.type()))
                        .addAttribute("var", field.name());
        sent(field).forEach(value -> element.addElement(VALUE, value));
        return element.build();
    }

    /// A field that has one value says also that it is empty (§3.6), except a boolean.
    private static List<String> sent(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> List.of(field.isOn() ? "1" : "0");
            case TEXT_SINGLE, TEXT_PRIVATE, JID_SINGLE -> List.of(field.value());
            case FIXED, HIDDEN, JID_MULTI, LIST_MULTI, LIST_SINGLE, TEXT_MULTI -> field.values();
        };
    }

    private static Field field(StandardExtensionElement element) {
        var name = Tree.attribute(element, "var").orElse("");
        var type = type(element, name);
        var values = Tree.children(element, VALUE).stream().map(Tree::text).toList();
        var options = options(element, type);
        boolean isWhole =
                name.length() <= MAX_LABEL_LENGTH
                        && values.size() <= MAX_VALUES
                        && options.size() <= MAX_OPTIONS
                        && values.stream().allMatch(each -> each.length() <= MAX_VALUE_LENGTH)
                        && options.stream()
                                .allMatch(each -> each.value().length() <= MAX_VALUE_LENGTH);
        return new Field(
                cut(name, MAX_LABEL_LENGTH),
                type,
                cut(Tree.attribute(element, "label").orElse(""), MAX_LABEL_LENGTH),
                Tree.child(element, "desc")
                        .map(each -> cut(Tree.text(each), MAX_INSTRUCTION_LENGTH))
                        .orElse(""),
                Tree.child(element, "required").isPresent(),
                isWhole ? fitting(type, values) : shown(type, values),
                isWhole ? options : List.of(),
                isWhole);
    }

    /// One that has no type, or one that nobody knows, is a line of text (§3.3); what says which
    /// form it is, is never asked (XEP-0068 §3.1).
    private static FieldType type(StandardExtensionElement element, String name) {
        return name.equals(FORM_TYPE)
                ? FieldType.HIDDEN
                : Tree.attribute(element, TYPE)
                        .flatMap(it -> Optional.ofNullable(TYPES.get(it)))
                        .orElse(FieldType.TEXT_SINGLE);
    }

    private static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> fitting(FieldType type, List<String> values) {
        return switch (type) {
            case FIXED, HIDDEN, JID_MULTI, LIST_MULTI, TEXT_MULTI -> values;
            case BOOLEAN, JID_SINGLE, LIST_SINGLE, TEXT_PRIVATE, TEXT_SINGLE ->
                    values.stream().limit(1).toList();
        };
    }

    /// What may be shown of values that are too many or too long.
    private static List<String> shown(FieldType type, List<String> values) {
        return type == FieldType.HIDDEN
                ? List.of()
                : values.stream()
                        .limit(MAX_INSTRUCTIONS)
                        .map(each -> cut(each, MAX_INSTRUCTION_LENGTH))
                        .toList();
    }

    /// Each value once, as the user could not tell them apart.
    private static List<Option> options(StandardExtensionElement element, FieldType type) {
        if (type != FieldType.LIST_SINGLE && type != FieldType.LIST_MULTI) {
            return List.of();
        }
        var seen = new HashSet<String>();
        return Tree.children(element, "option").stream()
                .flatMap(each -> Tree.child(each, VALUE).map(it -> option(each, it)).stream())
                .filter(each -> seen.add(each.value()))
                .toList();
    }

    private static Option option(StandardExtensionElement element, StandardExtensionElement value) {
        var text = Tree.text(value);
        var label = Tree.attribute(element, "label").filter(it -> !it.isBlank()).orElse(text);
        return new Option(cut(label, MAX_LABEL_LENGTH), text);
    }

    private static String label(StandardExtensionElement element) {
        return cut(Tree.text(element), MAX_LABEL_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
