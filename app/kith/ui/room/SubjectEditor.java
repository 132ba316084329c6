package kith.ui.room;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.model.Refusal;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.RightToLeft;

/// The room's subject, and the field to change it in.
///
/// The field stays, with what was typed, until the room has the new subject; where the room doesn't
/// take it, it says why.
final class SubjectEditor extends VBox {

    private final RoomViewModel model;
    private final Texts texts;
    private final RoomSentences sentences;
    private boolean isEditing;

    SubjectEditor(RoomViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.sentences = new RoomSentences(texts);
        getStyleClass().add("subject-editor");
        model.roomProperty().map(room -> room.subject()).subscribe(subject -> showUnlessEditing());
        model.subjectChangeProperty()
                .subscribe(
                        (before, now) -> {
                            if (now instanceof SubjectChange.None) {
                                show();
                            }
                        });
    }

    /// Opens the field.
    void edit() {
        model.forgetSubjectChange();
        isEditing = true;
        var field = new TextArea(subject());
        RightToLeft.follow(field);
        field.setPrefRowCount(3);
        field.setAccessibleText(texts.say("room.subject"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, field));
        var save = new Button(texts.say("room.subject.save"));
        save.getStyleClass().addAll("accent", "small");
        save.setOnAction(event -> save(field));
        var cancel = new Button(texts.say("room.subject.cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(event -> cancel());
        var isAsked = model.subjectChangeProperty().map(SubjectChange.ASKED::equals);
        field.editableProperty().bind(isAsked.map(is -> !is));
        save.disableProperty().bind(isAsked);
        var error = error();
        field.accessibleHelpProperty().bind(error.textProperty());
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("subject-buttons");
        getChildren().setAll(field, error, buttons);
        field.requestFocus();
    }

    private void keyPressed(KeyEvent event, TextArea field) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            if (field.isEditable()) {
                save(field);
            }
            event.consume();
        }
    }

    private void save(TextArea field) {
        model.changeSubject(field.getText());
        if (model.subjectChangeProperty().get() instanceof SubjectChange.None) {
            show(); // the room has it already
        }
    }

    private void cancel() {
        model.forgetSubjectChange();
        show();
    }

    private void showUnlessEditing() {
        if (!isEditing) {
            show();
        }
    }

    private void show() {
        isEditing = false;
        var name = new Label(texts.say("room.subject"));
        name.getStyleClass().addAll("strong", "subject-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var edit = new IconButton(Icon.PENCIL_OUTLINE, 16, texts.say("room.subject.change"));
        edit.getStyleClass().add("tiny");
        edit.setOnAction(event -> edit());
        var head = new HBox(name, space, edit);
        head.getStyleClass().add("subject-head");
        getChildren().setAll(head);
        if (subject().isBlank()) {
            var none = new Label(texts.say("room.subject.none"));
            none.getStyleClass().addAll("muted", "small");
            getChildren().add(none);
        } else {
            var words = EmojiText.flow(subject());
            words.getStyleClass().add("subject-words");
            getChildren().add(words);
        }
        getChildren().add(error()); // of a change that was refused while the pane was closed
    }

    /// Why the room doesn't take the last change; takes no place where it does.
    private Label error() {
        var error = new Label();
        error.getStyleClass().add("field-error");
        RightToLeft.wrap(error);
        error.textProperty().bind(model.subjectChangeProperty().map(this::sentence));
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private String sentence(SubjectChange change) {
        return change instanceof SubjectChange.Refused(Refusal refusal)
                ? sentences.subjectRefused(model.roomProperty().get(), refusal)
                : "";
    }

    private String subject() {
        return model.roomProperty().get().subject();
    }
}
