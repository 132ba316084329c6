package kith.ui.pending;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.model.Inviter;
import kith.model.ReceivedInvitation;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.EmojiLabel;

import org.jxmpp.jid.Jid;

import java.util.function.Consumer;

/// An invitation: to which room, who sends it and on whose word that stands, why, and the two
/// answers.
final class InvitedRow extends VBox {

    private final PendingViewModel model;
    private final Consumer<PendingRow.Invited> open;
    private final Texts texts;
    private final Times times;
    private final EmojiLabel room = new EmojiLabel();
    private final Label time = new Label();
    private final EmojiLabel who = new EmojiLabel();
    private final EmojiLabel reason = new EmojiLabel();
    private final Button accept;
    private final Button decline;
    private final Label unsent = new Label();

    /// @param open enters the room of an invitation
    InvitedRow(
            PendingViewModel model, Consumer<PendingRow.Invited> open, Texts texts, Times times) {
        this.model = model;
        this.open = open;
        this.texts = texts;
        this.times = times;
        accept = new Button(texts.say("pending.invitation.accept"));
        decline = new Button(texts.say("pending.invitation.decline"));
        accept.getStyleClass().addAll("accent", "small");
        decline.getStyleClass().add("small");
        accept.setFocusTraversable(false); // the list has keys for them
        decline.setFocusTraversable(false);
        getStyleClass().add("pending-row");
        getStyleClass().add("invited-row");
        room.getStyleClass().add("row-name");
        who.getStyleClass().add("row-note");
        reason.getStyleClass().add("row-note");
        time.getStyleClass().addAll("small", "muted");
        time.setMinWidth(USE_PREF_SIZE);
        unsent.getStyleClass().addAll("small", "muted");
        unsent.setText(texts.say("contacts.request.unsent"));
        room.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(room, Priority.ALWAYS);
        var top = new HBox(room, time);
        var answers = new HBox(accept, decline, unsent);
        top.getStyleClass().add("pending-line");
        answers.getStyleClass().add("pending-line");
        getChildren().addAll(top, who, reason, answers);
    }

    /// Shows this.
    ///
    /// @return how it is spoken
    String show(PendingRow.Invited row) {
        var invitation = row.received().invitation();
        var said = OneLine.of(invitation.reason());
        room.setText(title(row.received()));
        time.setText(times.brief(invitation.at()));
        who.setText(who(row.received()));
        reason.setText(said.isEmpty() ? "" : texts.say("contacts.request.says", said));
        reason.setVisible(!said.isEmpty());
        reason.setManaged(!said.isEmpty());
        unsent.setVisible(row.isUnsent());
        accept.setOnAction(event -> open.accept(row));
        accept.setDisable(row.isAsking());
        accept.setText(
                row.isAsking()
                        ? texts.say("pending.invitation.asking")
                        : texts.say("pending.invitation.accept"));
        decline.setOnAction(event -> model.decline(row));
        return texts.say("pending.spoken", room.getText(), who.getText(), said, time.getText());
    }

    /// Some rooms name an occupant, whose nick is enough beside the room's own address.
    private static String shown(Jid named, ReceivedInvitation received) {
        boolean isOccupant =
                named.hasResource() && named.asBareJid().equals(received.invitation().room());
        return isOccupant ? named.getResourceOrEmpty().toString() : named.toString();
    }

    /// Of a group that somebody has made for a chat the address means nothing to anybody.
    private String title(ReceivedInvitation received) {
        var invitation = received.invitation();
        boolean isOurChats =
                invitation.continues().isPresent()
                        && invitation.inviter() instanceof Inviter.Person
                        && !received.isStranger();
        return isOurChats
                ? texts.say("pending.continued.title", received.name())
                : invitation.room().toString();
    }

    private String who(ReceivedInvitation received) {
        return received.invitation().continues().isPresent()
                ? whoGoesOn(received)
                : whoInvites(received);
    }

    private String whoGoesOn(ReceivedInvitation received) {
        return switch (received.invitation().inviter()) {
            case Inviter.Person(var address) ->
                    received.isStranger()
                            ? texts.say("pending.continued.stranger", address.toString())
                            : texts.say("pending.continued.contact", received.name());
            case Inviter.ByRoom(var named) ->
                    named.map(it -> texts.say("pending.continued.room", shown(it, received)))
                            .orElseGet(() -> texts.say("pending.invitation.nobody"));
        };
    }

    private String whoInvites(ReceivedInvitation received) {
        return switch (received.invitation().inviter()) {
            case Inviter.Person(var address) ->
                    received.isStranger()
                            ? texts.say("pending.invitation.stranger", address.toString())
                            : texts.say("pending.invitation.contact", received.name());
            case Inviter.ByRoom(var named) ->
                    named.map(it -> texts.say("pending.invitation.room", shown(it, received)))
                            .orElseGet(() -> texts.say("pending.invitation.nobody"));
        };
    }
}
