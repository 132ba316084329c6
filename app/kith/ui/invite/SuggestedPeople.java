package kith.ui.invite;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.widget.EmojiLabel;

/// The contacts that may be meant, one below the other; takes no place where there are none.
///
/// Enter takes the focused one up, Up and Down go through them, and from the first back to the
/// field.
final class SuggestedPeople extends VBox {

    private final PeopleChoice people;
    private final Runnable back;

    /// @param back moves the focus to the field
    SuggestedPeople(PeopleChoice people, Runnable back) {
        this.people = people;
        this.back = back;
        getStyleClass().add("suggested-people");
        people.suggested().subscribe(this::show);
        show();
    }

    /// Moves the focus to the first.
    @Override
    public void requestFocus() {
        focus(0);
    }

    private void show() {
        getChildren().setAll(people.suggested().stream().map(this::row).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Button row(Invitee whom) {
        var address = whom.address().toString();
        boolean isNamed = !whom.name().equals(address);
        var row = new Button();
        var line = new HBox(EmojiLabel.in(row, whom.name()));
        line.getStyleClass().add("suggested-line");
        row.setGraphic(line);
        row.setAccessibleText(isNamed ? whom.name() + ", " + address : address);
        if (isNamed) {
            var behind = new Label(address);
            behind.getStyleClass().addAll("small", "muted");
            line.getChildren().add(behind);
        }
        row.getStyleClass().addAll("flat", "suggested-person");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(
                event -> {
                    back.run(); // the row is gone then
                    people.choose(whom);
                });
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, row));
        return row;
    }

    private void pressed(KeyEvent event, Button row) {
        int at = getChildren().indexOf(row);
        if (event.getCode() == KeyCode.ENTER) {
            row.fire();
        } else if (event.getCode() == KeyCode.DOWN) {
            focus(Math.min(at + 1, getChildren().size() - 1));
        } else if (event.getCode() == KeyCode.UP && at == 0) {
            back.run();
        } else if (event.getCode() == KeyCode.UP) {
            focus(at - 1);
        } else {
            return;
        }
        event.consume();
    }

    private void focus(int at) {
        if (at < getChildren().size()) {
            getChildren().get(at).requestFocus();
        }
    }
}
