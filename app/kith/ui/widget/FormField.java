package kith.ui.widget;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A field with its name above and, where something is wrong with what stands in it, one sentence
/// below.
public final class FormField extends VBox {

    private final TextField field;
    private final EmojiParagraph error = new EmojiParagraph();

    public FormField(String name, TextField field) {
        this.field = field;
        getStyleClass().add("form-field");
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        RightToLeft.follow(field);
        error.getStyleClass().add("field-error");
        getChildren().addAll(label, field);
    }

    /// Calls what checks the field when the user leaves it, not while they type.
    public FormField onLeave(Runnable check) {
        field.focusedProperty()
                .subscribe(
                        (before, now) -> {
                            if (!now) {
                                check.run();
                            }
                        });
        return this;
    }

    /// Says what is wrong; empty for nothing.
    public void setError(String sentence) {
        boolean isWrong = !sentence.isEmpty();
        error.setText(sentence);
        field.setAccessibleHelp(sentence);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, isWrong);
        getChildren().remove(error);
        if (isWrong) {
            getChildren().add(error);
        }
    }
}
