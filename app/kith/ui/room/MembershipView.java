package kith.ui.room;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.model.Refusal;
import kith.ui.form.FormView;
import kith.ui.form.FormViewModel;
import kith.ui.room.MembershipViewModel.Phase;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmojiParagraph;

import java.util.Optional;

/// Where a room lets only members in: the way to become one, which is its form, or its admins.
final class MembershipView extends VBox {

    private final MembershipViewModel model;
    private final Texts texts;

    MembershipView(MembershipViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("membership");
        model.phaseProperty().subscribe(this::show);
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Idle idle -> getChildren().setAll(askButton());
            case Phase.Waiting waiting ->
                    getChildren().setAll(new BusyRing(texts.say("room.membership.waiting")));
            case Phase.Filling(var form, var refusal) -> fillIn(form, refusal);
            case Phase.Sent sent -> getChildren().setAll(line(texts.say("room.membership.sent")));
            case Phase.Member member ->
                    getChildren().setAll(line(texts.say("room.membership.already")));
            case Phase.Refused(Refusal refusal) -> {
                getChildren().setAll(line(noForm(refusal)));
                if (!refusal.text().isBlank()) {
                    getChildren()
                            .add(line(texts.say("room.theirWords", TameText.of(refusal.text()))));
                }
            }
        }
    }

    private Button askButton() {
        var ask = new Button(texts.say("room.membership.ask"));
        ask.getStyleClass().add("flat");
        ask.setOnAction(event -> model.ask());
        return ask;
    }

    private void fillIn(FormViewModel form, Optional<Refusal> refusal) {
        var view = new FormView(form, texts);
        var scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("membership-form");
        var send = new Button(texts.say("room.membership.send"));
        send.getStyleClass().add("accent");
        send.setOnAction(
                event -> {
                    if (view.check()) {
                        model.submit();
                    }
                });
        var cancel = new Button(texts.say("room.membership.cancel"));
        cancel.setOnAction(event -> model.cancel());
        var buttons = new HBox(cancel, send);
        buttons.getStyleClass().add("room-gate-row");
        var title = new EmojiParagraph(TameText.of(form.form().title()));
        title.getStyleClass().add("strong");
        getChildren().setAll(title, scroll);
        refusal.map(this::notTaken).map(this::wrong).ifPresent(getChildren()::add);
        getChildren().add(buttons);
    }

    private String noForm(Refusal refusal) {
        return switch (refusal.reason()) {
            case OFFLINE -> texts.say("room.refused.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("room.membership.noAnswer");
            case NOT_ALLOWED, FORBIDDEN, MEMBERS_ONLY -> texts.say("room.membership.adminsOnly");
            case PASSWORD_NEEDED,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_FOUND,
                    UNAVAILABLE,
                    LIMIT,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("room.membership.noForm");
        };
    }

    private String notTaken(Refusal refusal) {
        return switch (refusal.reason()) {
            case NICK_TAKEN -> texts.say("room.membership.nickTaken");
            case OFFLINE -> texts.say("room.refused.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("room.membership.noAnswer");
            case FORBIDDEN,
                    NOT_ALLOWED,
                    MEMBERS_ONLY,
                    PASSWORD_NEEDED,
                    NOT_ACCEPTABLE,
                    NOT_FOUND,
                    UNAVAILABLE,
                    LIMIT,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("room.membership.notTaken");
        };
    }

    private Node wrong(String sentence) {
        var label = new EmojiParagraph(sentence);
        label.getStyleClass().add("field-error");
        return label;
    }

    private static Label line(String text) {
        var line = new EmojiParagraph(text);
        line.getStyleClass().add("muted");
        return line;
    }
}
