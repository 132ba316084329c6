package kith.ui.invite;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

import kith.ui.invite.InviteViewModel.Failure;
import kith.ui.invite.InviteViewModel.Phase;
import kith.ui.text.InviteFailures;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.FormField;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

/// The dialog that invites people to a room.
///
/// Enter takes up whom the typed words mean, and invites where nothing is typed; Down goes to the
/// contacts that they may mean; Backspace in the empty field leaves out the last again.
public final class InviteView extends DialogFrame {

    private final InviteViewModel model;
    private final Texts texts;
    private final Runnable close;
    private final TextField people = new TextField();
    private final FormField peopleField;
    private final FlowPane chosen = new FlowPane();
    private final SuggestedPeople suggested;
    private final Label failure = new Label();
    private final BusyRing busy;

    /// @param close puts the dialog away
    public InviteView(InviteViewModel model, Runnable close, Texts texts) {
        super(texts.say("invite.title", model.room()), texts.say("invite.cancel"), close);
        this.model = model;
        this.texts = texts;
        this.close = close;
        busy = new BusyRing(texts.say("invite.inviting"));
        people.setPromptText(texts.say("invite.people.prompt"));
        people.textProperty().bindBidirectional(model.typedProperty());
        people.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        peopleField = new FormField(texts.say("invite.people"), people);
        suggested = new SuggestedPeople(model, people::requestFocus);
        chosen.getStyleClass().add("invited-people");
        var reason = new TextField();
        reason.textProperty().bindBidirectional(model.reasonProperty());
        failure.getStyleClass().add("field-error");
        RightToLeft.wrap(failure);
        setFields(
                peopleField,
                suggested,
                chosen,
                new FormField(texts.say("invite.reason"), reason),
                failure);
        act().setOnAction(event -> model.submit());
        model.chosen().subscribe(this::showChosen);
        showChosen();
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to where people are named.
    @Override
    public void requestFocus() {
        people.requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean isBlank = people.getText().isBlank();
        if (event.getCode() == KeyCode.ENTER && !isBlank) {
            model.take();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && suggested.isVisible()) {
            suggested.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && people.getText().isEmpty()) {
            model.dropLast();
            event.consume();
        }
    }

    private void showChosen() {
        chosen.getChildren().setAll(model.chosen().stream().map(this::chip).toList());
        chosen.setVisible(!model.chosen().isEmpty());
        chosen.setManaged(!model.chosen().isEmpty());
    }

    private Button chip(Invitee whom) {
        var chip = new Button(whom.name(), new IconView(Icon.CLOSE, 14));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(texts.say("invite.drop", whom.name()));
        chip.setOnAction(
                event -> {
                    people.requestFocus(); // the chip is gone then
                    model.drop(whom);
                });
        return chip;
    }

    private void show(Phase phase) {
        boolean isInviting = phase instanceof Phase.Inviting;
        act().setText(texts.say(isInviting ? "invite.inviting" : "invite.submit"));
        act().setGraphic(isInviting ? busy : null);
        people.setEditable(!isInviting);
        peopleField.setError("");
        showFailure("");
        if (phase instanceof Phase.Choosing(var failed)) {
            failed.ifPresent(this::tell);
        } else if (phase instanceof Phase.Done) {
            close.run();
        }
    }

    private void tell(Failure failed) {
        switch (failed) {
            case Failure.Nobody() -> peopleField.setError(texts.say("invite.nobody"));
            case Failure.NoAddress(var typed) ->
                    peopleField.setError(texts.say("invite.noAddress", typed));
            case Failure.Refused refused ->
                    showFailure(
                            new InviteFailures(texts)
                                    .why(refused.whom().name(), refused.refusal()));
        }
    }

    private void showFailure(String sentence) {
        failure.setText(sentence);
        failure.setVisible(!sentence.isEmpty());
        failure.setManaged(!sentence.isEmpty());
    }
}
