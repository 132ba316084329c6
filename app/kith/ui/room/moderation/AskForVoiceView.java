package kith.ui.room.moderation;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.room.moderation.ModerationViewModel.VoiceState;
import kith.ui.text.Texts;

/// What a visitor of a room can do about not being allowed to write: ask. With nothing to do, it
/// takes no room.
public final class AskForVoiceView extends VBox {

    private final Button ask = new Button();
    private final Label asked = new Label();

    public AskForVoiceView(ModerationViewModel model, Texts texts) {
        getStyleClass().add("ask-for-voice");
        ask.setText(texts.say("roles.voice.ask"));
        ask.setMnemonicParsing(false);
        ask.setOnAction(event -> model.askForVoice());
        asked.setText(texts.say("roles.voice.asked"));
        asked.getStyleClass().add("muted");
        asked.setWrapText(true);
        var line = new HBox(ask, asked);
        line.getStyleClass().add("ask-for-voice-line");
        var complaint =
                new ComplaintLabel(
                        model.complaintProperty().map(Complaint::ofVoice), new RoleWords(texts));
        var why = new Dismissible(complaint, texts.say("roles.dismiss"), model::dismissComplaint);
        getChildren().addAll(why, line);
        model.voiceProperty().subscribe(this::show);
    }

    private void show(VoiceState state) {
        setVisible(state != VoiceState.HAS);
        setManaged(state != VoiceState.HAS);
        ask.setVisible(state == VoiceState.LACKS);
        ask.setManaged(state == VoiceState.LACKS);
        asked.setVisible(state == VoiceState.ASKED);
        asked.setManaged(state == VoiceState.ASKED);
    }

    /// Moves the focus to what the user would do next.
    @Override
    public void requestFocus() {
        ask.requestFocus();
    }
}
