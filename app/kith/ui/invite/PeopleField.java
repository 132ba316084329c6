package kith.ui.invite;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.FormField;
import kith.ui.widget.RemovableChip;

import java.util.ArrayList;
import java.util.List;

/// Where people are chosen: a field for names and addresses, the contacts that what is typed may
/// mean, and who is chosen already.
///
/// Enter takes up whom the typed words mean; where nothing is typed it is the dialog's. Down goes
/// to the contacts; Backspace in the empty field leaves out the last again.
final class PeopleField extends VBox {

    private final PeopleChoice people;
    private final Texts texts;
    private final List<Invitee> fixed;
    private final TextField field = new TextField();
    private final FormField named;
    private final FlowPane chosen = new FlowPane();
    private final SuggestedPeople suggested;
    private final Runnable take;

    /// @param fixed who is in it whatever the user chooses
    /// @param take takes up whom the typed words mean, or says that they mean nobody
    PeopleField(PeopleChoice people, List<Invitee> fixed, Runnable take, Texts texts) {
        this.people = people;
        this.fixed = List.copyOf(fixed);
        this.take = take;
        this.texts = texts;
        getStyleClass().add("people-field");
        field.setPromptText(texts.say("invite.people.prompt"));
        field.textProperty().bindBidirectional(people.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        named = new FormField(texts.say("invite.people"), field);
        suggested = new SuggestedPeople(people, field::requestFocus);
        chosen.getStyleClass().add("invited-people");
        getChildren().addAll(named, suggested, chosen);
        people.chosen().subscribe(this::showChosen);
        showChosen();
    }

    /// Moves the focus to where people are named.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    void setEditable(boolean isEditable) {
        field.setEditable(isEditable);
    }

    /// Says what is wrong with what is typed; empty for nothing.
    void setError(String sentence) {
        named.setError(sentence);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
            take.run();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && suggested.isVisible()) {
            suggested.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            people.dropLast();
            event.consume();
        }
    }

    private void showChosen() {
        var chips = new ArrayList<Node>();
        fixed.forEach(it -> chips.add(fixedChip(it)));
        people.chosen().forEach(it -> chips.add(chip(it)));
        chosen.getChildren().setAll(chips);
        chosen.setVisible(!chips.isEmpty());
        chosen.setManaged(!chips.isEmpty());
    }

    private static EmojiLabel fixedChip(Invitee whom) {
        var chip = new EmojiLabel(whom.name());
        chip.getStyleClass().addAll("chip", "fixed-chip");
        return chip;
    }

    private Button chip(Invitee whom) {
        var chip = new RemovableChip(whom.name(), texts.say("invite.drop", whom.name()));
        chip.setOnAction(
                event -> {
                    field.requestFocus(); // the chip is gone then
                    people.drop(whom);
                });
        return chip;
    }
}
