package kith.ui.room;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import kith.ui.text.NickFailures;
import kith.ui.text.Texts;
import kith.ui.widget.ErrorLine;

/// The field in which the user changes what they are called in a room; takes no place until
/// [#edit], nor while they are not in it.
///
/// It stays, with what was typed, until the room calls them so; where it doesn't, it says why. The
/// room is held for longer than what shows it: [#close] ends that it follows the room.
final class NickEditor extends VBox implements AutoCloseable {

    private final NickViewModel model;
    private final Texts texts;
    private final NickFailures failures;
    private final BooleanProperty isEditing = new SimpleBooleanProperty(this, "editing", false);

    NickEditor(NickViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        failures = new NickFailures(texts);
        getStyleClass().addAll("subject-editor", "nick-editor");
        visibleProperty().bind(isEditing.flatMap(is -> model.isChangeable().map(may -> is && may)));
        managedProperty().bind(visibleProperty());
        model.stateProperty()
                .subscribe(
                        (before, now) -> {
                            if (before instanceof NickChange.Asked
                                    && now instanceof NickChange.None) {
                                put();
                            }
                        });
    }

    @Override
    public void close() {
        visibleProperty().unbind();
    }

    /// Opens the field.
    void edit() {
        model.forget();
        var field = new TextField(model.nick().getValue());
        field.setAccessibleText(texts.say("room.nick"));
        var form =
                new ChangeForm(
                        field,
                        model.stateProperty().map(NickChange.Asked.class::isInstance),
                        error(),
                        () -> save(field),
                        this::cancel,
                        texts);
        var name = new Label(texts.say("room.nick"));
        name.getStyleClass().addAll("strong", "subject-name");
        getChildren().setAll(name);
        getChildren().addAll(form.parts());
        isEditing.set(true);
        field.requestFocus();
        field.selectAll();
    }

    private void save(TextField field) {
        model.change(field.getText());
        if (model.stateProperty().get() instanceof NickChange.None) {
            put(); // it is that already, or the room has said so at once
        }
    }

    private void cancel() {
        model.forget();
        put();
    }

    private void put() {
        isEditing.set(false);
        getChildren().clear();
    }

    /// Why the room calls the user as before.
    private ErrorLine error() {
        var error = new ErrorLine();
        error.textProperty().bind(model.stateProperty().map(this::sentence));
        return error;
    }

    private String sentence(NickChange change) {
        return change instanceof NickChange.Refused(var nick, var refusal)
                ? failures.why(nick, refusal)
                : "";
    }
}
