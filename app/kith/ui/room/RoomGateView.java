package kith.ui.room;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.FieldError;
import kith.ui.text.Nicks;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmojiText;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RightToLeft;

import org.jxmpp.jid.BareJid;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// What stands in a room's page while the user isn't in the room: why not, and the one thing they
/// can do about it.
public final class RoomGateView extends VBox {

    /// An answer that comes sooner needs no turning ring.
    private static final Duration PATIENCE = Duration.millis(300);

    private final RoomViewModel model;
    private final Texts texts;
    private final RoomSentences sentences;
    private Consumer<BareJid> goThere = _ -> {};
    private final MembershipViewModel membership;
    private final MembershipView membershipView;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /// Whether something had the focus that is here no more.
    private boolean hadFocus;

    public RoomGateView(RoomViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.sentences = new RoomSentences(texts);
        this.membership = model.membership();
        this.membershipView = new MembershipView(membership, new MembershipWords(texts, false));
        getStyleClass().add("room-gate");
        patience.setOnFinished(event -> setVisible(true));
        model.roomProperty().subscribe(this::show);
    }

    /// Says what takes the user to another room.
    public void onGoThere(Consumer<BareJid> go) {
        goThere = go;
    }

    /// Moves the focus to what the user would do next.
    @Override
    public void requestFocus() {
        getChildren().stream()
                .filter(HBox.class::isInstance)
                .flatMap(row -> ((HBox) row).getChildren().stream())
                .filter(Node::isFocusTraversable)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// Whether the focus is here, or was until what is shown here changed; of the latter it is told
    /// once.
    public boolean letsGoOfFocus() {
        boolean isOrWas = hadFocus || isFocusWithin();
        hadFocus = false;
        return isOrWas;
    }

    private void show(Room room) {
        hadFocus |= isFocusWithin();
        boolean isJoining = room.state() instanceof RoomState.Joining;
        patience.stop();
        setVisible(!isJoining);
        if (isJoining) {
            patience.playFromStart();
        }
        getChildren().setAll(isJoining ? new BusyRing(sentences.sentence(room)) : sign());
        getChildren().add(line("room-gate-sentence", sentences.sentence(room)));
        var theirWords = sentences.theirWords(room);
        if (!theirWords.isEmpty()) {
            getChildren().add(line("room-gate-words", theirWords));
        }
        addRemedy(room);
        if (!Remedy.isForMembers(room)) {
            membership.reset();
        } else {
            getChildren().add(membershipView);
        }
    }

    private void addRemedy(Room room) {
        var remedy = model.remedyProperty().get();
        switch (remedy) {
            case NONE -> {}
            case JOIN, JOIN_AGAIN, TRY_AGAIN -> addRow(button(remedy, model::join));
            case PASSWORD -> {
                var password = new PasswordField();
                password.setPromptText(texts.say("room.password"));
                addRow(
                        password,
                        enter(
                                password,
                                button(remedy, () -> model.joinWith(password.getText())),
                                word -> !word.isEmpty()));
            }
            case GO_THERE -> addAlternative(room);
            case OTHER_NICK -> {
                var nick = new TextField(Remedy.nick(room));
                nick.setPromptText(texts.say("room.nick"));
                RightToLeft.follow(nick);
                nick.selectAll();
                addRow(
                        nick,
                        enter(
                                nick,
                                button(remedy, () -> model.joinAs(nick.getText())),
                                typed -> Nicks.fault(typed) == FieldError.NONE));
            }
        }
    }

    /// The address is told whole: another chose it.
    private void addAlternative(Room room) {
        if (room.state() instanceof RoomState.Removed removed) {
            removed.alternative()
                    .ifPresent(
                            other -> {
                                getChildren()
                                        .add(
                                                line(
                                                        "room-gate-words",
                                                        texts.say("room.alternative", other)));
                                addRow(button(Remedy.GO_THERE, () -> goThere.accept(other)));
                            });
        }
    }

    /// Makes Enter in a field do what the button does, which can be pressed once the room could
    /// take what stands there.
    private static Button enter(TextField field, Button button, Predicate<String> isRight) {
        field.setAccessibleText(field.getPromptText());
        field.setOnAction(event -> button.fire());
        button.disableProperty().bind(field.textProperty().map(isRight.negate()::test));
        return button;
    }

    private Button button(Remedy remedy, Runnable act) {
        var button = new Button(sentences.remedy(remedy));
        button.getStyleClass().add("accent");
        button.setOnAction(event -> act.run());
        return button;
    }

    private void addRow(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("room-gate-row");
        getChildren().add(row);
    }

    private static TextFlow line(String styleClass, String text) {
        var line = EmojiText.flow(text);
        line.getStyleClass().add(styleClass);
        return line;
    }

    private IconView sign() {
        var icon =
                switch (model.remedyProperty().get()) {
                    case NONE -> Icon.ACCOUNT_CANCEL_OUTLINE;
                    case JOIN -> Icon.ACCOUNT_GROUP_OUTLINE;
                    case JOIN_AGAIN -> Icon.LOGOUT;
                    case TRY_AGAIN -> Icon.ALERT_CIRCLE_OUTLINE;
                    case PASSWORD -> Icon.LOCK_OUTLINE;
                    case OTHER_NICK -> Icon.ACCOUNT_OUTLINE;
                    case GO_THERE -> Icon.LOGOUT;
                };
        return new IconView(icon, 24);
    }
}
