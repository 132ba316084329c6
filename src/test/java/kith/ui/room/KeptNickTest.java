package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.gallery.Snapshots;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomRegistration;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.moderation.ModerationCommands;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Having a room keep one's nick, and giving it up, in its details.
class KeptNickTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final String[] SHEETS = {"room", "chat"};

    private final ImmediateLane lane = new ImmediateLane();
    private final List<String> sent = new ArrayList<>();
    private Optional<String> kept = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private RoomState state = RoomState.JOINED;
    private RoomTraits traits = RoomTraits.of(Trait.REGISTRATION);

    @Test
    void theNickIsKeptAndGivenUp() {
        try (var details = FxThread.call(this::details)) {
            FxThread.run(() -> press(details, "Keep my nick here…"));
            assertThat(FxThread.call(() -> field(details).getText())).isEqualTo("Mara");
            FxThread.run(() -> press(details, "Keep it"));
            assertThat(sent).containsExactly("Mara");
            assertThat(FxThread.call(() -> says(details)))
                    .contains("This room keeps the nick Mara for you.");
            FxThread.run(() -> press(details, "Give it up…"));
            FxThread.run(() -> press(details, "Give it up"));
            assertThat(sent).containsExactly("Mara", "none");
            assertThat(FxThread.call(() -> says(details)))
                    .contains("This room keeps no nick for you any more.");
        }
    }

    @Test
    void onlyInARoomThatKeepsNicksAndWhileTheUserIsThere() {
        try (var details = FxThread.call(this::details)) {
            assertThat(registration(details).isManaged()).isTrue();
        }
        state = RoomState.LEFT;
        try (var details = FxThread.call(this::details)) {
            assertThat(registration(details).isManaged()).isFalse();
        }
        state = RoomState.JOINED;
        traits = RoomTraits.UNKNOWN;
        try (var details = FxThread.call(this::details)) {
            assertThat(registration(details).isManaged()).isFalse();
        }
    }

    /// What had the focus goes as soon as it is pressed.
    @Test
    void theKeyboardGoesAlong() {
        try (var stage = new OnStage(320, 640, this::details)) {
            var details = stage.stage().getScene().getRoot();
            FxThread.run(
                    () -> {
                        button(details, "Keep my nick here…").requestFocus();
                        press(details, "Keep my nick here…");
                    });
            assertThat(FxThread.call(() -> field(details).isFocused())).isTrue();
            FxThread.run(
                    () -> {
                        button(details, "Cancel").requestFocus();
                        press(details, "Cancel");
                    });
            assertThat(FxThread.call(() -> button(details, "Keep my nick here…").isFocused()))
                    .isTrue();
        }
    }

    @Test
    void pictures() {
        take("room-nick");
        take("room-nick-form", "Keep my nick here…");
        refusal = Optional.of(Refusal.of(Reason.NICK_TAKEN));
        take("room-nick-taken", "Keep my nick here…", "Keep it");
        refusal = Optional.empty();
        kept = Optional.of("Mara");
        take("room-nick-kept", "Keep my nick here…");
        take("room-nick-sure", "Keep my nick here…", "Give it up…");
        kept = Optional.empty();
        Snapshots.take(
                "room-nick-form-rtl",
                272,
                560,
                () -> {
                    var details = details();
                    details.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    press(details, "Keep my nick here…");
                    return details;
                },
                SHEETS);
    }

    private void take(String name, String... presses) {
        Snapshots.take(
                name,
                272,
                560,
                () -> {
                    var details = details();
                    List.of(presses).forEach(each -> press(details, each));
                    return details;
                },
                SHEETS);
    }

    private RoomDetailsView details() {
        var key =
                new ChatKey(
                        new AccountId(1),
                        JidCreate.bareFromOrThrowUnchecked("print@rooms.hearth.example"));
        var room = new Room(key, "Harbour print co-op", "Mara", state, "Riso night", 1, traits);
        var mara =
                new Occupant(
                        "Mara",
                        Role.PARTICIPANT,
                        Affiliation.MEMBER,
                        Optional.empty(),
                        Presence.AVAILABLE,
                        true);
        var model =
                new RoomViewModel(
                        room,
                        new Cell<>(lane, Optional.of(room)),
                        Live.of(List.of(mara)),
                        new RoomCommands(
                                (nick, password) -> {},
                                () -> {},
                                subject -> CompletableFuture.completedStage(Optional.empty()),
                                commands(),
                                ModerationCommands.NONE,
                                Optional.empty()),
                        lane);
        return new RoomDetailsView(model, TEXTS, () -> {}, () -> {}, () -> {});
    }

    private MembershipCommands commands() {
        return new MembershipCommands(
                () ->
                        CompletableFuture.completedStage(
                                new Answer.Given<>(new RoomRegistration(kept, NickForm.FORM))),
                filled -> {
                    var nick = NickForm.nick(filled);
                    sent.add(nick);
                    kept = refusal.isEmpty() ? Optional.of(nick) : kept;
                    return CompletableFuture.completedStage(refusal);
                },
                () -> {
                    sent.add("none");
                    kept = Optional.empty();
                    return CompletableFuture.completedStage(refusal);
                });
    }

    private static Parent registration(Parent details) {
        return (Parent) details.lookup(".membership");
    }

    private static void press(Parent details, String words) {
        button(details, words).fire();
    }

    private static Button button(Parent details, String words) {
        return all(registration(details)).stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static TextField field(Parent details) {
        return all(registration(details)).stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> says(Parent details) {
        return all(registration(details)).stream()
                .filter(Label.class::isInstance)
                .map(each -> ((Label) each).getText())
                .toList();
    }

    /// Also what a scrolled pane has in it before it is shown.
    private static List<Node> all(Parent parent) {
        var found = new ArrayList<Node>();
        for (var child : parent.getChildrenUnmodifiable()) {
            found.add(child);
            if (child instanceof ScrollPane pane) {
                found.addAll(all((Parent) pane.getContent()));
            } else if (child instanceof Parent inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }
}
