package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.SendKey;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.composer.WhisperCommands;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What is for one person in a room alone, with the keyboard.
class PrivateMessagesViewTest {

    private final FxRobot robot = new FxRobot();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final Talk talk =
            new Talk("print@rooms.hearth.example")
                    .from("Tom", "09:20", "The riso is free from ten on")
                    .fromPrivately("Priya", "09:24", "Tom still owes us")
                    .minePrivately(
                            "Samuel",
                            "09:25",
                            "Are you coming?",
                            new Delivery.Failed(Refusal.of(Reason.NOT_FOUND)));
    private final Cell<List<Occupant>> people =
            new Cell<>(lane, List.of(occupant("Priya"), occupant("Tom"), occupant("Mara")));
    private Optional<ChatPane> pane = Optional.empty();
    private final OnStage window = new OnStage(1000, 500, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void anAnswerToWhatWasPrivateIsPrivate() {
        focusTimeline();
        press(KeyCode.UP);
        press(KeyCode.UP);
        FxThread.run(() -> pane.orElseThrow().reply()); // as the window's shortcut does
        window.settle();
        assertThat(field().getText()).isEqualTo("/msg Priya ");
        assertThat(shown(".private-bar")).isTrue();
        assertThat(FxThread.call(() -> field().getAccessibleText())).isEqualTo("Private, to Priya");
        robot.write("I know", 0).type(KeyCode.ENTER);
        window.settle();
        assertThat(done).containsExactly("to Priya: I know");
        assertThat(shown(".private-bar")).isFalse();
        assertThat(field().getText()).isEmpty();
    }

    /// H20: who said it has left, and another is called so.
    @Test
    void h20AnAnswerToWhatWasPrivateIsNotForWhoHasTheNickSince() {
        FxThread.run(
                () ->
                        lane.execute(
                                () ->
                                        people.set(
                                                List.of(
                                                        occupant("Priya").inVisit(1),
                                                        occupant("Mara")))));
        focusTimeline();
        press(KeyCode.UP);
        press(KeyCode.UP);
        FxThread.run(() -> pane.orElseThrow().reply());
        window.settle();
        robot.write("I know", 0).type(KeyCode.ENTER);
        window.settle();
        assertThat(done).isEmpty();
        assertThat(robot.lookup(".composer-complaint").queryAs(Label.class).getText())
                .contains("somebody else");
        assertThat(field().getText()).isEqualTo("/msg Priya I know");
    }

    @Test
    void escapeMakesItOneForAll() {
        FxThread.run(() -> field().requestFocus());
        robot.write("/msg Priya hush", 0);
        window.settle();
        assertThat(shown(".private-bar")).isTrue();
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(field().getText()).isEqualTo("hush");
        assertThat(shown(".private-bar")).isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(done).containsExactly("all: hush");
    }

    @Test
    void whoIsNotThereIsSaidAboveTheField() {
        FxThread.run(() -> field().requestFocus());
        robot.write("/msg Samuel hush", 0).type(KeyCode.ENTER);
        window.settle();
        assertThat(done).isEmpty();
        assertThat(robot.lookup(".composer-complaint").queryAs(Label.class).getText())
                .isEqualTo("Samuel is not in the room. Nothing was sent.");
        assertThat(field().getText()).isEqualTo("/msg Samuel hush");
    }

    @Test
    void somebodyInTheListIsWrittenToAlone() {
        FxThread.run(() -> pane.orElseThrow().showDetails());
        window.settle();
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        press(KeyCode.END);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        window.settle();
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        robot.write("hush", 0).type(KeyCode.ENTER);
        window.settle();
        assertThat(done).containsExactly("to Tom: hush");
    }

    @Test
    void aRowSaysForWhomAloneItIsAndWhyItWasNotSent() {
        assertThat(robot.lookup(".private-words").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactlyInAnyOrder("Private, from Priya", "Private, to Samuel");
        assertThat(robot.lookup(".failure .bad").queryAs(Label.class).getText())
                .isEqualTo("Not sent: Samuel has left the room.");
        assertThat(spoken())
                .contains(
                        "Priya, Private, from Priya, 09:24, Tom still owes us",
                        "You, Private, to Samuel, 09:25, Are you coming?,"
                                + " Not sent: Samuel has left the room.");
    }

    private List<String> spoken() {
        return FxThread.call(
                () ->
                        robot.lookup(".message-row").queryAll().stream()
                                .map(row -> row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                                .map(String::valueOf)
                                .toList());
    }

    private void press(KeyCode key) {
        robot.type(key);
        window.settle();
    }

    private void focusTimeline() {
        FxThread.run(() -> robot.lookup(".timeline").query().requestFocus());
    }

    private TextArea field() {
        return robot.lookup(".composer .text-area").queryAs(TextArea.class);
    }

    private boolean shown(String selector) {
        return FxThread.call(
                () -> robot.lookup(selector).queryAll().stream().anyMatch(Node::isVisible));
    }

    private Parent page() {
        var room = new Room(talk.chat(), "Harbour print co-op", "Mara", RoomState.JOINED, "", 3);
        var sources =
                new ChatSources(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        new Cell<>(lane, Optional.empty()),
                        new Cell<>(lane, Optional.empty()),
                        talk.live(),
                        new Cell<>(lane, Optional.of(room)),
                        people,
                        IdleCommands.timeline(),
                        new ComposerCommands(
                                text -> CompletableFuture.completedStage(done.add("all: " + text)),
                                (_, text) -> CompletableFuture.completedStage(text),
                                EditCommands.NONE,
                                ReplyCommands.NONE,
                                isTyping -> {},
                                IdleCommands.draft(),
                                new SlashCommands(
                                        Map.of(),
                                        Optional.of(
                                                new WhisperCommands(
                                                        (to, text) ->
                                                                CompletableFuture.completedStage(
                                                                        done.add(
                                                                                "to " + to.nick()
                                                                                        + ": "
                                                                                        + text)),
                                                        people))),
                                new Cell<>(lane, SendKey.ENTER)),
                        IdleCommands.room(),
                        () -> {});
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var model = new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), lane);
        var frame =
                new PageFrame(new SimpleBooleanProperty(), new SimpleIntegerProperty(), () -> {});
        var made = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        pane = Optional.of(made);
        return made.node();
    }

    private static Occupant occupant(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                nick.equals("Mara"));
    }
}
