package kith.ui.join;

import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

import kith.model.Refusal;
import kith.model.RoomTraits;
import kith.ui.join.JoinRoomViewModel.Phase;
import kith.ui.text.FieldError;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.ChoiceField;
import kith.ui.widget.DialogFrame;
import kith.ui.widget.FormField;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;

/// The dialog that enters a room by its address. What the room answers stands at the field it is
/// about; the password's field comes when the room asks for one.
public final class JoinRoomView extends DialogFrame {

    private final JoinRoomViewModel model;
    private final Runnable close;
    private final Texts texts;
    private final TextField address = new TextField();
    private final TextField nick = new TextField();
    private final PasswordField password = new PasswordField();
    private final FormField addressField;
    private final FormField nickField;
    private final FormField passwordField;
    private final BusyRing busy;

    /// @param close puts the dialog away
    public JoinRoomView(JoinRoomViewModel model, Runnable close, Texts texts) {
        super(texts.say("join.title"), texts.say("join.cancel"), close);
        this.model = model;
        this.close = close;
        this.texts = texts;
        busy = new BusyRing(texts.say("join.joining"));
        var how = new Label(texts.say("join.how"));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        address.setPromptText(texts.say("join.address.prompt"));
        address.textProperty().bindBidirectional(model.addressProperty());
        nick.textProperty().bindBidirectional(model.nickProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        addressField =
                new FormField(texts.say("join.address"), address).onLeave(model::leaveAddress);
        nickField = new FormField(texts.say("join.nick"), nick);
        passwordField = new FormField(texts.say("join.password"), password);
        act().setOnAction(event -> model.submit());
        setFields(
                how,
                new ChoiceField<>(
                        texts.say("join.account"),
                        model.accounts(),
                        model.accountProperty(),
                        account -> account.address().toString()),
                addressField,
                new RoomPreviewView(model.preview(), texts),
                nickField,
                passwordField);
        setPasswordShown(false);
        model.passwordProperty().subscribe(this::showPasswordOf);
        model.preview().seenProperty().subscribe(this::showPasswordFor);
        model.addressErrorProperty().subscribe(error -> addressField.setError(address(error)));
        model.nickErrorProperty().subscribe(error -> nickField.setError(nick(error)));
        model.phaseProperty().subscribe(this::show);
    }

    /// Moves the focus to the address.
    @Override
    public void requestFocus() {
        address.requestFocus();
    }

    private void show(Phase phase) {
        boolean isJoining = phase instanceof Phase.Joining;
        act().setText(texts.say(isJoining ? "join.joining" : "join.submit"));
        act().setGraphic(isJoining ? busy : null);
        switch (phase) {
            case Phase.Typing(Optional<Refusal> refusal) -> refusal.ifPresent(this::show);
            case Phase.Closed(var instead) -> addressField.setError(closed(instead));
            case Phase.Joining joining -> forgetErrors();
            case Phase.Joined joined -> close.run();
        }
    }

    /// What the room answered last time is not its answer to this.
    private void forgetErrors() {
        List.of(addressField, nickField, passwordField).forEach(field -> field.setError(""));
    }

    private void show(Refusal refusal) {
        switch (refusal.reason()) {
            case PASSWORD_NEEDED -> askForPassword();
            case NICK_TAKEN -> nickField.setError(texts.say("join.refused.nickTaken", nickName()));
            case NOT_ACCEPTABLE -> nickField.setError(texts.say("join.refused.notAcceptable"));
            default -> addressField.setError(sentence(refusal));
        }
    }

    private void askForPassword() {
        boolean wasAsked = passwordField.isVisible() && !password.getText().isEmpty();
        setPasswordShown(true);
        passwordField.setError(
                texts.say(wasAsked ? "join.password.wrong" : "join.password.needed"));
        password.requestFocus();
        password.selectAll();
    }

    /// One that came with a link.
    private void showPasswordOf(String word) {
        if (!word.isEmpty()) {
            setPasswordShown(true);
        }
    }

    /// The room says that it asks for one.
    private void showPasswordFor(RoomPreviewViewModel.Seen seen) {
        if (seen instanceof RoomPreviewViewModel.Seen.Room(var room)
                && room.traits().filter(it -> it.is(RoomTraits.Trait.PASSWORD)).isPresent()) {
            setPasswordShown(true);
        }
    }

    private void setPasswordShown(boolean isShown) {
        passwordField.setVisible(isShown);
        passwordField.setManaged(isShown);
    }

    private String sentence(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN -> texts.say("join.refused.forbidden");
            case PASSWORD_NEEDED -> texts.say("join.password.needed");
            case MEMBERS_ONLY -> texts.say("join.refused.membersOnly");
            case NICK_TAKEN -> texts.say("join.refused.nickTaken", nickName());
            case NOT_ACCEPTABLE -> texts.say("join.refused.notAcceptable");
            case NOT_ALLOWED -> texts.say("join.refused.notAllowed");
            case NOT_FOUND -> texts.say("join.refused.notFound");
            case UNAVAILABLE -> texts.say("join.refused.unavailable");
            case SERVER_NOT_REACHED -> texts.say("join.refused.serverNotReached");
            case LIMIT -> texts.say("join.refused.limit");
            case BAD_ADDRESS -> texts.say("join.address.malformed");
            case TIMED_OUT -> texts.say("join.refused.timedOut");
            case OFFLINE -> texts.say("join.refused.offline");
            case NOT_SUPPORTED, UNSAFE, FILE_GONE, OTHER -> texts.say("join.refused.unknown");
        };
    }

    private String closed(Optional<BareJid> instead) {
        return instead.map(other -> texts.say("join.closed.instead", other))
                .orElseGet(() -> texts.say("join.closed"));
    }

    private String nickName() {
        return model.nickProperty().get();
    }

    private String address(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("join.address.missing");
            case MALFORMED -> texts.say("join.address.malformed");
        };
    }

    private String nick(FieldError error) {
        return switch (error) {
            case NONE -> "";
            case MISSING -> texts.say("join.nick.missing");
            case MALFORMED -> texts.say("join.nick.malformed");
        };
    }
}
