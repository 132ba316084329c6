package kith.ui.invite;

import javafx.scene.control.TextField;

import kith.ui.invite.InviteViewModel.Failure;
import kith.ui.invite.InviteViewModel.Phase;
import kith.ui.text.InviteFailures;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.EmojiParagraph;
import kith.ui.widget.FormField;

import java.util.List;

/// The dialog that invites people to a room: see [PeopleField]. Enter invites where nothing is
/// typed.
public final class InviteView extends DialogFrame {

    private final Texts texts;
    private final Runnable close;
    private final PeopleField people;
    private final EmojiParagraph failure = new EmojiParagraph();
    private final BusyRing busy;

    /// @param close puts the dialog away
    public InviteView(InviteViewModel model, Runnable close, Texts texts) {
        super(texts.say("invite.title", model.room()), texts.say("invite.cancel"), close);
        this.texts = texts;
        this.close = close;
        busy = new BusyRing(texts.say("invite.inviting"));
        people = new PeopleField(model.people(), List.of(), model::take, texts);
        var reason = new TextField();
        reason.textProperty().bindBidirectional(model.reasonProperty());
        failure.getStyleClass().add("field-error");
        setFields(people, new FormField(texts.say("invite.reason"), reason), failure);
        act().setOnAction(event -> model.submit());
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to where people are named.
    @Override
    public void requestFocus() {
        people.requestFocus();
    }

    private void show(Phase phase) {
        boolean isInviting = phase instanceof Phase.Inviting;
        act().setText(texts.say(isInviting ? "invite.inviting" : "invite.submit"));
        act().setGraphic(isInviting ? busy : null);
        people.setEditable(!isInviting);
        people.setError("");
        showFailure("");
        if (phase instanceof Phase.Choosing(var failed)) {
            failed.ifPresent(this::tell);
        } else if (phase instanceof Phase.Done) {
            close.run();
        }
    }

    private void tell(Failure failed) {
        switch (failed) {
            case Failure.Nobody() -> people.setError(texts.say("invite.nobody"));
            case Failure.NoAddress(var typed) ->
                    people.setError(texts.say("invite.noAddress", typed));
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
