package kith.ui.chat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.SendKey;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.RoomCommands;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// The page of a chat in a window, for the tests of what is seen and done there; all of its
/// messages are among the rows.
abstract class ChatPaneFixture {

    final FxRobot robot = new FxRobot();
    final Talk talk = new Talk("print@rooms.hearth.example");

    /// What was asked for.
    final List<String> done = new CopyOnWriteArrayList<>();

    final ImmediateLane lane = new ImmediateLane();
    final SimpleBooleanProperty isNarrow = new SimpleBooleanProperty();
    final SimpleIntegerProperty unreadElsewhere = new SimpleIntegerProperty();
    final Cell<Optional<Contact>> contact = new Cell<>(lane, Optional.empty());
    final Cell<Optional<Chat>> chat = new Cell<>(lane, Optional.empty());

    /// What the room says to the next change of its subject.
    CompletableFuture<Optional<Refusal>> subjectAnswer = new CompletableFuture<>();

    private final Cell<Optional<Room>> room = new Cell<>(lane, Optional.empty());
    private final Cell<List<Occupant>> occupants = new Cell<>(lane, List.of());
    private Optional<OnStage> window = Optional.empty();
    private Optional<ChatPane> pane = Optional.empty();

    @AfterEach
    void closeWindow() {
        window.ifPresent(OnStage::close);
    }

    void open(Chat.Kind kind) {
        window = Optional.of(new OnStage(900, 500, () -> page(kind)));
    }

    private Parent page(Chat.Kind kind) {
        var sources =
                new ChatSources(
                        talk.chat(),
                        kind,
                        chat,
                        contact,
                        talk.live(),
                        room,
                        occupants,
                        IdleCommands.timeline(
                                (time, moved) -> moved.accept(talk.messages().getFirst().key())),
                        new ComposerCommands(
                                text -> CompletableFuture.completedStage(done.add("send " + text)),
                                (message, text) ->
                                        CompletableFuture.completedStage(
                                                done.add("correct " + message.row() + " " + text)),
                                EditCommands.NONE,
                                new ReplyCommands(
                                        (message, text) ->
                                                CompletableFuture.completedStage(
                                                        done.add(
                                                                "reply "
                                                                        + message.row()
                                                                        + " "
                                                                        + text)),
                                        message -> {},
                                        read -> {}),
                                isTyping -> {},
                                IdleCommands.draft(),
                                SlashCommands.PLAIN,
                                new Cell<>(new ImmediateLane(), SendKey.ENTER)),
                        new RoomCommands(
                                (nick, password) ->
                                        done.add(
                                                "join "
                                                        + nick
                                                        + password.map(each -> " " + each)
                                                                .orElse("")),
                                () -> done.add("leave"),
                                subject -> {
                                    done.add("subject " + subject);
                                    return subjectAnswer;
                                }),
                        () -> done.add("done"));
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var model = new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), lane);
        var frame = new PageFrame(isNarrow, unreadElsewhere, () -> done.add("back"));
        var made = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        made.onInvite(() -> done.add("invite"));
        pane = Optional.of(made);
        return made.node();
    }

    ChatPane pane() {
        return pane.orElseThrow();
    }

    void settle() {
        window.orElseThrow().settle();
    }

    void say(int count) {
        for (int i = 0; i < count; i++) {
            talk.theirs("09:00", "message " + i);
        }
    }

    void enter(RoomState state) {
        tell(room, room(state));
    }

    private Room room(RoomState state) {
        return new Room(talk.chat(), "Harbour print co-op", "Mara", state, "Riso night", 1);
    }

    /// As if the room went on while the page is being told of how it was before; FX thread only.
    void enterMeanwhile(RoomState state) {
        room.set(Optional.of(room(state)));
    }

    <T> void tell(Cell<Optional<T>> cell, T value) {
        lane.execute(() -> cell.set(Optional.of(value)));
    }

    void tellAll(List<Occupant> people) {
        lane.execute(() -> occupants.set(people));
    }

    static Occupant me(Role role) {
        return new Occupant(
                "Mara", role, Affiliation.NONE, Optional.empty(), Presence.AVAILABLE, true);
    }

    void focusTimeline() {
        FxThread.run(() -> robot.lookup(".timeline").query().requestFocus());
    }

    TextArea field() {
        return robot.lookup(".composer .text-area").queryAs(TextArea.class);
    }

    /// What is said in the rows in sight, from top to bottom.
    List<String> shownMessages() {
        return FxThread.call(
                () -> {
                    var timeline = robot.lookup(".timeline").query();
                    return timeline.lookupAll(".message-text .text").stream()
                            .filter(Text.class::isInstance)
                            .filter(
                                    text ->
                                            timeline.localToScene(timeline.getLayoutBounds())
                                                    .contains(
                                                            text.localToScene(
                                                                    text.getLayoutBounds())))
                            .sorted(
                                    Comparator.comparingDouble(
                                            text -> text.localToScene(0, 0).getY()))
                            .map(text -> ((Text) text).getText())
                            .toList();
                });
    }

    String text(String selector) {
        Node found = robot.lookup(selector).query();
        return found instanceof Text letters ? letters.getText() : ((Labeled) found).getText();
    }

    boolean isVisible(String selector) {
        return robot.lookup(selector).tryQuery().map(Node::isVisible).orElse(false);
    }
}
