package kith.ui.invite;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import kith.model.NewRoom.Trait;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.ui.invite.AddPeopleViewModel.Failure;
import kith.ui.invite.AddPeopleViewModel.Phase;
import kith.ui.text.RequestFailures;
import kith.ui.text.RoomMakingWords;
import kith.ui.text.Texts;
import kith.ui.widget.BulletLine;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.EmojiParagraph;
import kith.ui.widget.FormField;
import kith.ui.widget.Icon;

import java.util.List;
import java.util.Set;

/// The dialog that turns a chat of two into a group: see [PeopleField]. What the service could not
/// give the group stands there once all are invited.
public final class AddPeopleView extends DialogFrame {

    private final AddPeopleViewModel model;
    private final Runnable close;
    private final Texts texts;
    private final RoomMakingWords outcomes;
    private final PeopleField people;
    private final TextField name = new TextField();
    private final EmojiParagraph failure = sentence("field-error");
    private final BusyRing busy;
    private boolean isAllDone;

    /// @param close puts the dialog away
    public AddPeopleView(AddPeopleViewModel model, Runnable close, Texts texts) {
        super(texts.say("group.title", model.peer().name()), texts.say("group.cancel"), close);
        this.model = model;
        this.close = close;
        this.texts = texts;
        outcomes = new RoomMakingWords(texts);
        busy = new BusyRing(texts.say("group.making"));
        var how = sentence("muted");
        how.setText(texts.say("group.how"));
        people = new PeopleField(model.people(), List.of(model.peer()), model::take, texts);
        name.textProperty().bindBidirectional(model.nameProperty());
        var seen = sentence("muted");
        seen.getStyleClass().add("hint");
        seen.setText(texts.say("group.name.how"));
        var reason = new TextField();
        reason.textProperty().bindBidirectional(model.reasonProperty());
        setFields(
                how,
                people,
                new VBox(new FormField(texts.say("group.name"), name), seen),
                new FormField(texts.say("invite.reason"), reason),
                failure);
        act().setOnAction(event -> model.submit());
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to where people are named, or once all is done to what leads on.
    @Override
    public void requestFocus() {
        if (isAllDone) {
            act().requestFocus();
        } else {
            people.requestFocus();
        }
    }

    private void show(Phase phase) {
        boolean isMaking = phase instanceof Phase.Making;
        boolean isInviting = phase instanceof Phase.Inviting;
        act().setText(act(phase));
        act().setGraphic(isMaking || isInviting ? busy : null);
        people.setEditable(phase instanceof Phase.Choosing);
        name.setDisable(isMaking || model.isMade());
        cancel().setText(texts.say(model.isMade() ? "group.close" : "group.cancel"));
        people.setError("");
        showFailure("");
        switch (phase) {
            case Phase.Choosing(var failed) -> failed.ifPresent(this::tell);
            case Phase.Making(), Phase.Inviting() -> {}
            case Phase.Done(var missing) when missing.isEmpty() -> close.run();
            case Phase.Done(var missing) -> show(missing);
        }
    }

    private String act(Phase phase) {
        return switch (phase) {
            case Phase.Making() -> texts.say("group.making");
            case Phase.Inviting() -> texts.say("invite.inviting");
            case Phase.Choosing _, Phase.Done _ ->
                    texts.say(model.isMade() ? "invite.submit" : "group.submit");
        };
    }

    private void tell(Failure failed) {
        switch (failed) {
            case Failure.Nobody() -> people.setError(texts.say("group.nobody"));
            case Failure.NoAddress(var typed) ->
                    people.setError(texts.say("invite.noAddress", typed));
            case Failure.NotMade(var why) -> showFailure(notMade(why));
            case Failure.Refused(var whom, var refusal) ->
                    showFailure(notInvited(whom.name(), refusal));
        }
    }

    private String notInvited(String whom, Refusal refusal) {
        var failures =
                new RequestFailures(
                        texts.say("group.refused.offline", whom),
                        texts.say("group.refused.unreachable", whom),
                        texts.say("group.refused.other", whom));
        return failures.why(refusal);
    }

    private String notMade(RoomMaking.Failed why) {
        var words = outcomes.failed(why, model.server());
        var theirs = outcomes.theirWords(why);
        return theirs.isEmpty() ? words : words + "\n" + theirs;
    }

    /// The group is there, but not all that it was to be.
    private void show(Set<Trait> missing) {
        isAllDone = true;
        var how = sentence("muted");
        how.setText(texts.say("newroom.made.but"));
        var lines = new VBox(missing.stream().sorted().map(this::line).toArray(Node[]::new));
        lines.getStyleClass().add("bullets");
        setFields(how, lines);
        cancel().setVisible(false);
        cancel().setManaged(false);
        act().setText(texts.say("newroom.goOn"));
        act().setOnAction(event -> close.run());
        act().requestFocus();
    }

    private BulletLine line(Trait trait) {
        return new BulletLine(Icon.ALERT_CIRCLE_OUTLINE, outcomes.missing(trait));
    }

    private void showFailure(String sentence) {
        failure.setText(sentence);
        failure.setVisible(!sentence.isEmpty());
        failure.setManaged(!sentence.isEmpty());
    }

    private static EmojiParagraph sentence(String styleClass) {
        var label = new EmojiParagraph();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
