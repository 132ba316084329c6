package kith.ui.form;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiParagraph;

import java.util.List;
import java.util.Objects;

/// A form that a service wants filled in: what it says of it, and a control for each field.
///
/// Has no buttons and doesn't scroll: what it stands in does. The title is for whoever places it.
public final class FormView extends VBox {

    private final FormViewModel model;
    private final List<FieldView> fields;

    public FormView(FormViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("data-form");
        var resource = FormView.class.getResource("/kith/ui/form.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        for (var each : model.form().instructions()) {
            getChildren().add(words(TameText.of(each)));
        }
        fields = model.fields().stream().map(each -> new FieldView(each, texts)).toList();
        getChildren().addAll(fields);
        if (!model.form().isWhole()) {
            getChildren().add(words(texts.say("form.tooLong")));
        }
    }

    /// Moves the focus to the first control.
    @Override
    public void requestFocus() {
        fields.stream().filter(FieldView::isAsked).findFirst().ifPresent(FieldView::requestFocus);
    }

    /// Says at each field what is wrong with it, and moves the focus to the first such.
    ///
    /// @return whether nothing is
    public boolean check() {
        boolean isRight = model.check();
        fields.stream().filter(FieldView::isWrong).findFirst().ifPresent(FieldView::requestFocus);
        return isRight;
    }

    private static Node words(String text) {
        var label = new EmojiParagraph(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
