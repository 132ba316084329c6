package kith.ui.room.moderation;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.VoiceRequest;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;

import java.util.List;

/// Who asks to be allowed to write, under the head of a room's page: each with a yes and a no, and
/// why the last answer is not to be. With nothing in it, it takes no room; more than a few are
/// counted.
public final class VoiceRequestsView extends VBox {

    /// So many at a time are shown.
    private static final int MOST = 3;

    private final ModerationViewModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final ComplaintLabel complaint;

    public VoiceRequestsView(ModerationViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("voice-requests");
        var words = new RoleWords(texts);
        complaint = new ComplaintLabel(model.complaintProperty().map(Complaint::ofAnswer), words);
        var shown = new Dismissible(complaint, texts.say("roles.dismiss"), model::dismissComplaint);
        getChildren().addAll(rows, shown);
        model.requestsProperty().subscribe(this::show);
        complaint.visibleProperty().subscribe(any -> takeRoom());
    }

    private void show(List<VoiceRequest> requests) {
        rows.getChildren().setAll(requests.stream().limit(MOST).map(this::row).toList());
        if (requests.size() > MOST) {
            var more = new Label(texts.count("roles.voice.more", requests.size() - MOST));
            more.getStyleClass().addAll("small", "muted");
            rows.getChildren().add(more);
        }
        takeRoom();
    }

    private void takeRoom() {
        boolean isAnything = !rows.getChildren().isEmpty() || complaint.isVisible();
        setVisible(isAnything);
        setManaged(isAnything);
    }

    private HBox row(VoiceRequest request) {
        var avatar = new Avatar(28);
        avatar.showPerson(request.nick(), request.address().asBareJid().toString());
        var sentence = new EmojiLabel();
        sentence.setText(texts.say("roles.voice.asks", request.nick()));
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var row =
                new HBox(
                        avatar,
                        sentence,
                        new AnswerButton(
                                texts.say("roles.voice.allow"),
                                texts.say("roles.voice.allow.name", request.nick()),
                                () -> model.answer(request, true)),
                        new AnswerButton(
                                texts.say("roles.voice.deny"),
                                texts.say("roles.voice.deny.name", request.nick()),
                                () -> model.answer(request, false)));
        row.getStyleClass().add("voice-request");
        row.setAccessibleRole(AccessibleRole.PARENT);
        return row;
    }
}
