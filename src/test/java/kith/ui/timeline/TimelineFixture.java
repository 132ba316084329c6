package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineRow.Bubble;

import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A talk with Layla Haddad in a window, for the tests of what a reader sees and does there.
abstract class TimelineFixture {

    private static final PseudoClass FOCUSED_ROW = PseudoClass.getPseudoClass("focused-row");

    final FxRobot robot = new FxRobot();
    final Talk talk = new Talk("layla@hearth.example");

    /// What the timeline has asked for.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// What is told of any message.
    List<Message> versions = List.of();

    private final CompletableFuture<Void> more = new CompletableFuture<>();
    private Optional<OnStage> window = Optional.empty();
    private Optional<TimelineView> view = Optional.empty();
    private Optional<TimelineViewModel> viewModel = Optional.empty();

    @AfterEach
    void closeWindow() {
        window.ifPresent(OnStage::close);
    }

    /// Shows what has been said up to now.
    void open() {
        window = Optional.of(new OnStage(700, 500, this::page));
    }

    private TimelineView page() {
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var model =
                new TimelineViewModel(
                        talk.live(),
                        room(),
                        new TimelineCommands(
                                (message, emoji) ->
                                        asked.add("react " + message.row() + " " + emoji),
                                message -> asked.add("retract " + message.row()),
                                message -> asked.add("around " + message.row()),
                                () -> asked.add("older"),
                                () -> {
                                    asked.add("more");
                                    return more;
                                },
                                () -> asked.add("newer"),
                                () -> asked.add("newest"),
                                this::toTime,
                                message -> asked.add("retry " + message.row()),
                                message -> asked.add("discard " + message.row()),
                                (message, read) ->
                                        read.accept(
                                                new MessageRecord(versions(message), List.of())),
                                link -> asked.add("open " + link)),
                        clock,
                        ZoneOffset.UTC,
                        new ManualTimer(),
                        new ImmediateLane());
        model.followPictures(pictures());
        if (takesReplies()) {
            model.actions().onReply((message, words) -> asked.add("reply " + words));
        }
        var times = new Times(clock, ZoneOffset.UTC, texts);
        var made = new TimelineView(model, texts, times, () -> "Layla Haddad", room().isPresent());
        view = Optional.of(made);
        viewModel = Optional.of(model);
        return made;
    }

    /// The room it is in; empty where it is with one person.
    Optional<TimelineRoom> room() {
        return Optional.empty();
    }

    /// Where the pictures come from.
    TimelinePictures pictures() {
        return TimelinePictures.NONE;
    }

    /// Whether there is a composer to take up what is answered.
    boolean takesReplies() {
        return false;
    }

    private void toTime(Instant time, Consumer<MessageKey> moved) {
        asked.add("to " + time);
        moved.accept(talk.messages().getFirst().key());
    }

    private List<Message> versions(MessageKey of) {
        asked.add("versions " + of.row());
        return versions;
    }

    /// Gives what is open another look.
    void dress(Appearance.Choice theme, NodeOrientation orientation) {
        FxThread.run(
                () -> {
                    var look = new Appearance();
                    look.choiceProperty().set(theme);
                    look.dress(window().stage().getScene(), "chat", "timeline");
                    view().setNodeOrientation(orientation);
                });
    }

    OnStage window() {
        return window.orElseThrow();
    }

    TimelineViewModel model() {
        return viewModel.orElseThrow();
    }

    TimelineView view() {
        return view.orElseThrow();
    }

    void settle() {
        window().settle();
    }

    /// Presses a key in the timeline.
    void press(KeyCode key) {
        FxThread.run(() -> view().requestFocus());
        robot.type(key);
        settle();
    }

    void copy() {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        settle();
    }

    static String clipboard() {
        return FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    }

    /// What a screen reader says of each message, from top to bottom.
    List<Object> spoken() {
        return FxThread.call(
                () ->
                        rows().stream()
                                .map(row -> row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                                .toList());
    }

    /// The messages that have a cell, from top to bottom. FX thread only.
    List<BubbleRow> rows() {
        return view().lookupAll(".message-row").stream()
                .filter(Node::isVisible)
                .map(BubbleRow.class::cast)
                .sorted((one, other) -> Double.compare(one.getLayoutY(), other.getLayoutY()))
                .toList();
    }

    void say(int count) {
        for (int i = 0; i < count; i++) {
            talk.theirs("09:00", "message number " + i + (i % 3 == 0 ? "\nof two lines" : ""));
        }
    }

    Optional<MessageKey> focused() {
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(
                                        row ->
                                                row.bubble()
                                                        .getPseudoClassStates()
                                                        .contains(FOCUSED_ROW))
                                .map(row -> row.row().message())
                                .findFirst());
    }

    boolean isInSight(long message) {
        return inSight().stream().anyMatch(line -> line.startsWith(message + " "));
    }

    /// The messages that can be seen whole, each with its place, from top to bottom.
    List<String> inSight() {
        return FxThread.call(
                () -> {
                    var seen = new ArrayList<String>();
                    for (var row : rows()) {
                        Bounds bounds =
                                view().sceneToLocal(row.localToScene(row.getLayoutBounds()));
                        if (bounds.getMinY() >= 0 && bounds.getMaxY() <= view().getHeight() + 1) {
                            Bubble bubble = row.row();
                            seen.add(bubble.message().row() + " at " + bounds.getMinY());
                        }
                    }
                    return seen;
                });
    }
}
