package kith.ui.room;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import kith.ui.text.Texts;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.RightToLeft;

import java.util.List;

/// A field in which something of a room is changed, with why the room hasn't taken the last change,
/// and what saves and cancels.
///
/// Escape cancels; Enter saves, with Ctrl in a field of several lines. While the room is asked,
/// nothing can be typed or saved.
final class ChangeForm {

    private final TextInputControl field;
    private final ErrorLine error;
    private final HBox buttons;
    private final Runnable save;
    private final Runnable cancel;

    /// @param isAsked whether the room was asked and hasn't answered yet
    /// @param error why it hasn't taken the last change
    ChangeForm(
            TextInputControl field,
            ObservableValue<Boolean> isAsked,
            ErrorLine error,
            Runnable save,
            Runnable cancel,
            Texts texts) {
        this.field = field;
        this.error = error;
        this.save = save;
        this.cancel = cancel;
        RightToLeft.follow(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        var saving = new Button(texts.say("room.subject.save"));
        saving.getStyleClass().addAll("accent", "small");
        saving.setOnAction(event -> save.run());
        var cancelling = new Button(texts.say("room.subject.cancel"));
        cancelling.getStyleClass().addAll("flat", "small");
        cancelling.setOnAction(event -> cancel.run());
        field.editableProperty().bind(isAsked.map(is -> !is));
        saving.disableProperty().bind(isAsked);
        field.accessibleHelpProperty().bind(error.textProperty());
        buttons = new HBox(saving, cancelling);
        buttons.getStyleClass().add("subject-buttons");
    }

    /// From top to bottom.
    List<Node> parts() {
        return List.of(field, error, buttons);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && saves(event)) {
            if (field.isEditable()) {
                save.run();
            }
            event.consume();
        }
    }

    private boolean saves(KeyEvent enter) {
        return !(field instanceof TextArea) || enter.isShortcutDown();
    }
}
