package kith.ui.form;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.util.StringConverter;

import kith.model.DataForm.Option;
import kith.ui.text.OneLine;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;
import kith.ui.widget.Switch;

import java.util.HashMap;
import java.util.Map;

/// Which control answers which type of field.
///
/// Lists are virtual, as a service may offer hundreds of options.
final class FieldControls {

    private static final int LINES = 3;
    private static final int ROWS = 6;
    private static final double ROW_HEIGHT = 2.286;

    private FieldControls() {}

    /// @param name what a screen reader calls it
    static Control of(FieldViewModel model, String name, Texts texts) {
        Control control =
                switch (model.field().type()) {
                    case BOOLEAN -> toggle(model, name);
                    case FIXED, HIDDEN -> heading(model);
                    case JID_SINGLE -> typed(model, new TextField(), texts.say("form.address"));
                    case TEXT_SINGLE -> typed(model, new TextField(), "");
                    case TEXT_PRIVATE -> typed(model, new PasswordField(), "");
                    case TEXT_MULTI -> typed(model, area(), "");
                    case JID_MULTI -> typed(model, area(), texts.say("form.addresses"));
                    case LIST_SINGLE -> one(model, texts);
                    case LIST_MULTI -> several(model);
                };
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }

    private static Label heading(FieldViewModel model) {
        var label = new Label(TameText.of(model.text()));
        label.getStyleClass().add("form-heading");
        RightToLeft.wrap(label);
        return label;
    }

    private static Switch toggle(FieldViewModel model, String name) {
        var toggle = new Switch(name);
        toggle.setSelected(model.field().isOn());
        toggle.selectedProperty().subscribe((before, now) -> model.turn(now));
        return toggle;
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setPrefRowCount(LINES);
        area.setWrapText(true);
        return area;
    }

    private static TextInputControl typed(
            FieldViewModel model, TextInputControl field, String prompt) {
        field.setText(TameText.of(model.text()));
        field.setPromptText(prompt);
        field.textProperty().subscribe((before, now) -> model.type(now));
        field.focusedProperty()
                .subscribe(
                        (before, now) -> {
                            if (!now && !field.getText().isBlank()) {
                                model.check(); // on leaving it, not while typing
                            }
                        });
        RightToLeft.follow(field);
        return field;
    }

    private static ComboBox<Option> one(FieldViewModel model, Texts texts) {
        var box = new ComboBox<Option>();
        box.getItems().setAll(model.field().options());
        box.setConverter(new Labels());
        box.setPromptText(texts.say("form.choose"));
        box.getItems().stream()
                .filter(each -> model.isChosen(each.value()))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty()
                .subscribe(
                        (before, now) -> {
                            if (now != null) {
                                model.choose(now.value(), true);
                            }
                        });
        return box;
    }

    private static ListView<Option> several(FieldViewModel model) {
        var list = new ListView<Option>();
        list.getStyleClass().add("choices");
        list.getItems().setAll(model.field().options());
        var choices = new HashMap<String, BooleanProperty>();
        list.setCellFactory(
                view -> new CheckBoxListCell<>(each -> choice(model, each, choices), new Labels()));
        int rows = Math.clamp(list.getItems().size(), 1, ROWS);
        list.setStyle("-fx-pref-height: " + (rows * ROW_HEIGHT + 0.3) + "em;");
        return list;
    }

    private static BooleanProperty choice(
            FieldViewModel model, Option option, Map<String, BooleanProperty> choices) {
        return choices.computeIfAbsent(
                option.value(),
                value -> {
                    var choice = new SimpleBooleanProperty(model.isChosen(value));
                    choice.subscribe((before, now) -> model.choose(value, now));
                    return choice;
                });
    }

    private static final class Labels extends StringConverter<Option> {

        @Override
        public String toString(Option option) {
            return option == null ? "" : OneLine.of(option.label()); // a box with nothing chosen
        }

        @Override
        public Option fromString(String label) {
            throw new UnsupportedOperationException("options are chosen, not typed");
        }
    }
}
