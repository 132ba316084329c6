package kith.ui.room;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import kith.model.Refusal;
import kith.model.Room;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiText;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

/// The room's subject, and the field to change it in.
///
/// The field stays, with what was typed, until the room has the new subject; where the room doesn't
/// take it, it says why. The room is held for longer than what shows it: [#close] ends that it
/// follows the room.
final class SubjectEditor extends VBox implements AutoCloseable {

    private final RoomViewModel model;
    private final Texts texts;
    private final RoomSentences sentences;

    /// Why the room doesn't take the last change.
    private final ErrorLine error = new ErrorLine();

    private final BooleanProperty isAsked = new SimpleBooleanProperty(this, "asked", false);
    private final Subscription following;
    private boolean isEditing;

    SubjectEditor(RoomViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.sentences = new RoomSentences(texts);
        getStyleClass().add("subject-editor");
        following =
                Subscription.combine(
                        model.roomProperty()
                                .map(Room::subject)
                                .subscribe(subject -> showUnlessEditing()),
                        model.subjectChangeProperty().subscribe(this::showHowFar),
                        model.subjectChangeProperty().subscribe((before, now) -> endWhenDone(now)));
    }

    @Override
    public void close() {
        following.unsubscribe();
    }

    /// Opens the field.
    void edit() {
        model.forgetSubjectChange();
        isEditing = true;
        var field = new TextArea(subject());
        field.setPrefRowCount(3);
        field.setAccessibleText(texts.say("room.subject"));
        var form = new ChangeForm(field, isAsked, error, () -> save(field), this::cancel, texts);
        getChildren().setAll(form.parts());
        field.requestFocus();
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
        getChildren().add(error); // of a change that was refused while the pane was closed
    }

    private void showHowFar(SubjectChange change) {
        isAsked.set(change instanceof SubjectChange.Asked);
        error.setText(sentence(change));
    }

    private void endWhenDone(SubjectChange change) {
        if (change instanceof SubjectChange.None) {
            show();
        }
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
