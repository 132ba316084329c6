package kith.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form that a service wants filled in (XEP-0004): what it asks, in its order, and what stands in
/// the fields.
///
/// @param title may be empty
/// @param instructions a paragraph each
/// @param fields each name once
/// @param isWhole whether it is all that the service asked; where it is not, it was too long, and
///   the fields that are missing keep what the service has in them
public record DataForm(
        String title, List<String> instructions, List<Field> fields, boolean isWhole) {

    public static final DataForm EMPTY = new DataForm("", List.of(), List.of(), true);

    public DataForm {
        instructions = List.copyOf(instructions);
        fields = List.copyOf(fields);
    }

    /// One question.
    ///
    /// @param name by which the service knows it; empty for a [FieldType#FIXED] that has none
    /// @param label what the service calls it; may be empty
    /// @param description may be empty
    /// @param values what stands in it: at most one where the type has but one; the lines of a
    ///   [FieldType#TEXT_MULTI]
    /// @param options of lists, in the service's order, each value once
    /// @param isWhole whether the values and options are all that the service sent; where they are
    ///   not, the field is not to be changed nor sent
    public record Field(
            String name,
            FieldType type,
            String label,
            String description,
            boolean isRequired,
            List<String> values,
            List<Option> options,
            boolean isWhole) {

        public Field {
            values = List.copyOf(values);
            options = List.copyOf(options);
        }

        /// The first value; empty where there is none.
        public String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }

        /// What to call it: its label, else its name.
        public String title() {
            return label.isBlank() ? name : label;
        }

        /// Whether the value of a [FieldType#BOOLEAN] is yes (XEP-0004 §3.3: `true` or `1`).
        public boolean isOn() {
            return value().equals("1") || value().equals("true");
        }

        /// Whether it is a question that a user can answer.
        public boolean isAsked() {
            return isWhole && type != FieldType.FIXED && type != FieldType.HIDDEN;
        }

        public Field with(List<String> other) {
            return new Field(name, type, label, description, isRequired, other, options, isWhole);
        }
    }

    /// What a list offers.
    ///
    /// @param label what the service calls it, else the value
    public record Option(String label, String value) {}

    /// What kind of answer a field wants (XEP-0004 §3.3).
    public enum FieldType {
        BOOLEAN,
        /// No question: words between the others.
        FIXED,
        /// Not shown; goes back as it came.
        HIDDEN,
        JID_MULTI,
        JID_SINGLE,
        LIST_MULTI,
        LIST_SINGLE,
        TEXT_MULTI,
        /// As [#TEXT_SINGLE], not to be read over the shoulder.
        TEXT_PRIVATE,
        TEXT_SINGLE
    }

    /// The field of this name.
    public Optional<Field> field(String name) {
        return fields.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The form with other values in some of its fields; names it has not are ignored.
    public DataForm with(Map<String, List<String>> values) {
        var filled =
                fields.stream()
                        .map(
                                each ->
                                        values.containsKey(each.name())
                                                ? each.with(values.get(each.name()))
                                                : each)
                        .toList();
        return new DataForm(title, instructions, filled, isWhole);
    }

    /// The form with another value in one of its fields.
    public DataForm with(String name, String value) {
        return with(Map.of(name, List.of(value)));
    }

    /// What stands in the fields that have a name, in their order.
    public Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        fields.stream()
                .filter(each -> !each.name().isEmpty())
                .forEach(each -> values.put(each.name(), each.values()));
        return values;
    }
}
