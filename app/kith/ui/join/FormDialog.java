package kith.ui.join;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import kith.model.Account;

import java.util.List;
import java.util.Objects;

/// A dialog with a title, fields, and two buttons at the end: the act, and the way out.
abstract class FormDialog extends VBox {

    private final Button act = new Button();
    private final HBox buttons;

    FormDialog(String title, String cancelName, Runnable close) {
        getStyleClass().add("form-dialog");
        var resource = FormDialog.class.getResource("/kith/ui/join.css");
        getStylesheets().add(Objects.requireNonNull(resource).toExternalForm());
        var head = new Label(title);
        head.getStyleClass().add("title");
        getChildren().add(head);
        var cancel = new Button(cancelName);
        cancel.setOnAction(event -> close.run());
        act.setDefaultButton(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons = new HBox(space, cancel, act);
        buttons.getStyleClass().add("buttons");
    }

    /// Puts the fields between title and buttons.
    final void setFields(Node... fields) {
        getChildren().addAll(fields);
        getChildren().add(buttons);
    }

    /// The button that does what the dialog is for; Enter presses it.
    final Button act() {
        return act;
    }

    /// Which account it is for; takes no room where there is but one.
    static Node accountField(String name, List<Account> accounts, ObjectProperty<Account> chosen) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        var choice = new ChoiceBox<Account>();
        choice.getItems().setAll(accounts);
        choice.setConverter(new AddressOnly());
        choice.valueProperty().bindBidirectional(chosen);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(name);
        label.setLabelFor(choice);
        var field = new VBox(label, choice);
        field.setVisible(accounts.size() > 1);
        field.setManaged(accounts.size() > 1);
        return field;
    }

    private static final class AddressOnly extends StringConverter<Account> {

        @Override
        public String toString(Account account) {
            return account.address().toString();
        }

        @Override
        public Account fromString(String address) {
            throw new UnsupportedOperationException("accounts are chosen, not typed");
        }
    }
}
