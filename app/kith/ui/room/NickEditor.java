package kith.ui.room;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.text.NickFailures;
import kith.ui.text.Texts;
import kith.ui.widget.RightToLeft;

/// The field in which the user changes what they are called in a room; takes no place until
/// [#edit], nor while they are not in it.
///
/// It stays, with what was typed, until the room calls them so; where it doesn't, it says why.
final class NickEditor extends VBox {

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

    /// Opens the field.
    void edit() {
        model.forget();
        var field = new TextField(model.nick().getValue());
        RightToLeft.follow(field);
        field.setAccessibleText(texts.say("room.nick"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, field));
        var save = new Button(texts.say("room.subject.save"));
        save.getStyleClass().addAll("accent", "small");
        save.setOnAction(event -> save(field));
        var cancel = new Button(texts.say("room.subject.cancel"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(event -> cancel());
        var isAsked = model.stateProperty().map(NickChange.Asked.class::isInstance);
        field.editableProperty().bind(isAsked.map(is -> !is));
        save.disableProperty().bind(isAsked);
        var error = error();
        field.accessibleHelpProperty().bind(error.textProperty());
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("subject-buttons");
        var name = new Label(texts.say("room.nick"));
        name.getStyleClass().addAll("strong", "subject-name");
        getChildren().setAll(name, field, error, buttons);
        isEditing.set(true);
        field.requestFocus();
        field.selectAll();
    }

    private void keyPressed(KeyEvent event, TextField field) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (field.isEditable()) {
                save(field);
            }
            event.consume();
        }
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

    /// Why the room calls the user as before; takes no place where it doesn't.
    private Label error() {
        var error = new Label();
        error.getStyleClass().add("field-error");
        RightToLeft.wrap(error);
        error.textProperty().bind(model.stateProperty().map(this::sentence));
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private String sentence(NickChange change) {
        return change instanceof NickChange.Refused(var nick, var refusal)
                ? failures.why(nick, refusal)
                : "";
    }
}
