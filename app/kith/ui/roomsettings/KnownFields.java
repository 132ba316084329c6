package kith.ui.roomsettings;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.ui.text.Texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What Kith knows of how rooms are set up (XEP-0045 §15.5.3): the fields by groups, in Kith's own
/// words and order. What it doesn't know comes last, as the service says it; only the service's
/// words between its fields are left out, which belong to another order.
final class KnownFields {

    private final Texts texts;
    private final FieldWords words;

    KnownFields(Texts texts) {
        this.texts = texts;
        this.words = new FieldWords(texts);
    }

    /// The form as it is shown. To be sent, the answers go into the form as it came.
    DataForm arrange(DataForm form) {
        var fields = new ArrayList<Field>();
        for (var group : FieldGroup.values()) {
            var its =
                    form.fields().stream()
                            .filter(Field::isAsked)
                            .filter(field -> FieldGroup.of(field.name()) == group)
                            .sorted(Comparator.comparingInt(field -> group.place(field.name())))
                            .map(this::inOwnWords)
                            .toList();
            if (!its.isEmpty()) {
                fields.add(head(group));
                fields.addAll(its);
            }
        }
        return new DataForm("", List.of(), fields, form.isWhole());
    }

    private Field head(FieldGroup group) {
        var name =
                switch (group) {
                    case ABOUT -> texts.say("roomsettings.group.about");
                    case ACCESS -> texts.say("roomsettings.group.access");
                    case PRIVACY -> texts.say("roomsettings.group.privacy");
                    case TALK -> texts.say("roomsettings.group.talk");
                    case KEEPING -> texts.say("roomsettings.group.keeping");
                    case PEOPLE -> texts.say("roomsettings.group.people");
                    case OTHER -> texts.say("roomsettings.group.other");
                };
        return new Field("", FieldType.FIXED, "", "", false, List.of(name), List.of(), true);
    }

    private Field inOwnWords(Field field) {
        return new Field(
                field.name(),
                field.type(),
                words.name(field.name()).orElse(field.label()),
                words.name(field.name()).isPresent() ? "" : field.description(),
                field.isRequired(),
                field.values(),
                field.options().stream().map(option -> inOwnWords(field, option)).toList(),
                field.isWhole());
    }

    private Option inOwnWords(Field field, Option option) {
        return new Option(
                words.option(field.name(), option.value()).orElse(option.label()), option.value());
    }
}
