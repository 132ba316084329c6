package kith.ui.roomsettings;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import kith.ui.roomsettings.CloseRoomViewModel.Phase;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.ErrorLine;
import kith.ui.widget.FormField;

/// The dialog that asks whether a room is to end for good, and what everyone is told. What changes
/// nothing has the focus.
public final class CloseRoomView extends DialogFrame {

    private final Runnable close;
    private final Texts texts;
    private final OwnerSentences sentences;
    private final FormField alternative;
    private final ErrorLine failure = new ErrorLine();
    private final BusyRing busy;

    /// @param close puts the dialog away
    public CloseRoomView(CloseRoomViewModel model, Runnable close, Texts texts) {
        super(texts.say("roomclosing.title", model.room()), texts.say("roomclosing.keep"), close);
        this.close = close;
        this.texts = texts;
        sentences = new OwnerSentences(texts);
        busy = new BusyRing(texts.say("roomclosing.closing"));
        var note = new Label(texts.say("roomclosing.note"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        var reason = new TextField();
        reason.textProperty().bindBidirectional(model.reasonProperty());
        var address = new TextField();
        address.setPromptText(texts.say("join.address.prompt"));
        address.textProperty().bindBidirectional(model.alternativeProperty());
        alternative = new FormField(texts.say("roomclosing.alternative"), address);
        setFields(
                note, new FormField(texts.say("roomclosing.reason"), reason), alternative, failure);
        act().getStyleClass().add("danger");
        act().setDefaultButton(false);
        cancel().setDefaultButton(true);
        act().setOnAction(event -> model.submit());
        model.alternativeWrongProperty()
                .subscribe(
                        isWrong ->
                                alternative.setError(
                                        isWrong ? texts.say("join.address.malformed") : ""));
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to what changes nothing.
    @Override
    public void requestFocus() {
        cancel().requestFocus();
    }

    private void show(Phase phase) {
        boolean isClosing = phase instanceof Phase.Closing;
        act().setText(texts.say(isClosing ? "roomclosing.closing" : "roomclosing.submit"));
        act().setGraphic(isClosing ? busy : null);
        failure.setText(
                phase instanceof Phase.Asking(var refusal)
                        ? refusal.map(sentences::notClosed).orElse("")
                        : "");
        if (phase instanceof Phase.Closed) {
            close.run();
        }
    }
}
