package kith.ui.form;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.ui.form.FieldViewModel.Problem;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiParagraph;

/// One question of a form: its name, the control that answers it, what the service says of it, and
/// what is wrong with the answer.
final class FieldView extends VBox {

    private final FieldViewModel model;
    private final Texts texts;
    private final Control control;
    private final EmojiParagraph problem = new EmojiParagraph();

    FieldView(FieldViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("form-field");
        problem.getStyleClass().add("field-error");
        var field = model.field();
        var name = name(field);
        control = FieldControls.of(model, name, texts);
        if (field.type() == FieldType.FIXED) {
            getChildren().add(control);
            return;
        }
        getChildren().addAll(field.type() == FieldType.BOOLEAN ? line(name) : above(name));
        if (!field.description().isBlank()) {
            getChildren().add(small(TameText.of(field.description())));
        }
        if (!field.isWhole()) {
            control.setDisable(true);
            getChildren().add(small(texts.say("form.field.tooLong")));
        }
        model.problemProperty().subscribe(this::show);
    }

    /// Moves the focus to the control.
    @Override
    public void requestFocus() {
        control.requestFocus();
    }

    boolean isAsked() {
        return model.field().isAsked();
    }

    boolean isWrong() {
        return !model.isRight();
    }

    private String name(Field field) {
        var title = TameText.of(field.title());
        return field.isRequired() && field.type() != FieldType.BOOLEAN
                ? texts.say("form.field.required", title)
                : title;
    }

    /// The switch stands behind its name, as in the settings.
    private Node[] line(String name) {
        var label = new EmojiParagraph(name);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(control);
        HBox.setHgrow(label, Priority.ALWAYS);
        control.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("switch-line");
        return new Node[] {line};
    }

    private Node[] above(String name) {
        var label = new EmojiParagraph(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        return new Node[] {label, control};
    }

    private static Node small(String text) {
        var label = new EmojiParagraph(text);
        label.getStyleClass().addAll("muted", "field-description");
        return label;
    }

    private void show(Problem found) {
        var sentence =
                switch (found) {
                    case NONE -> "";
                    case MISSING -> texts.say("form.problem.missing");
                    case NO_ADDRESS -> texts.say("form.problem.noAddress");
                };
        problem.setText(sentence);
        control.setAccessibleHelp(sentence);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, !sentence.isEmpty());
        getChildren().remove(problem);
        if (!sentence.isEmpty()) {
            getChildren().add(problem);
        }
    }
}
