package kith.ui.room.moderation;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.FormField;

/// The fields to put people on a list in. What was typed stays until the room has done it.
final class AddForm extends VBox {

    private final RolesViewModel model;
    private final RoleWords words;
    private final Runnable close;
    private final TextField addresses = new TextField();
    private final TextField reason = new TextField();
    private final ErrorLine error = new ErrorLine();
    private final Button add;

    /// @param close closes it
    AddForm(RolesViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.words = new RoleWords(texts);
        this.close = close;
        getStyleClass().add("add-form");
        addresses.setPromptText(texts.say("roles.add.prompt"));
        addresses.accessibleHelpProperty().bind(error.textProperty());
        add = new Button(texts.say("roles.add.act"));
        add.getStyleClass().addAll("accent", "small");
        add.setOnAction(event -> add());
        var cancel = new Button(texts.say("roles.keep"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(event -> close.run());
        var buttons = new HBox(add, cancel);
        buttons.getStyleClass().add("subject-buttons");
        getChildren()
                .addAll(
                        new FormField(texts.say("roles.add.addresses"), addresses),
                        new FormField(texts.say("roles.reason"), reason),
                        error,
                        buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public void requestFocus() {
        addresses.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            add.fire();
            event.consume();
        }
    }

    private void add() {
        add.setDisable(true);
        error.setText("");
        model.add(addresses.getText(), reason.getText().strip(), this::told);
    }

    private void told(Complaint complaint) {
        add.setDisable(false);
        error.setText(words.sentence(complaint));
        if (complaint instanceof Complaint.None) {
            close.run();
        }
    }
}
