package kith.ui.composer;

import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.base.Subscription;
import kith.model.SendKey;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;

import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A composer in a window, with what it sent.
abstract class ComposerViewFixture {

    final FxRobot robot = new FxRobot();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> settled = new CopyOnWriteArrayList<>();
    final List<Predicate<String>> writers = new CopyOnWriteArrayList<>();
    final ImmediateLane lane = new ImmediateLane();
    final Cell<SendKey> sendKey = new Cell<>(lane, SendKey.ENTER);
    final ComposerViewModel model =
            new ComposerViewModel(
                    new ComposerCommands(
                            text -> CompletableFuture.completedStage(sent.add(text)),
                            (message, text) ->
                                    CompletableFuture.completedStage(
                                            sent.add(message.row() + ": " + text)),
                            EditCommands.NONE,
                            new ReplyCommands(
                                    (message, text) ->
                                            CompletableFuture.completedStage(
                                                    sent.add("to " + message.row() + ": " + text)),
                                    message -> {},
                                    read -> {}),
                            isTyping -> {},
                            new DraftCommands(
                                    this::begin,
                                    text -> {},
                                    () -> settled.add(model().draftProperty().get()),
                                    text -> {}),
                            SlashCommands.PLAIN,
                            sendKey),
                    List.of(
                            new CommandCompletion(SlashCommands.PLAIN::known),
                            new EmojiCompletion()),
                    new ManualTimer(),
                    new ImmediateLane());
    final OnStage window = new OnStage(500, 400, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private Subscription begin(Predicate<String> given) {
        writers.add(given);
        return () -> {};
    }

    private ComposerViewModel model() {
        return model;
    }

    private VBox page() {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla, not encrypted");
        view.requestFocus();
        var above = new Region();
        VBox.setVgrow(above, Priority.ALWAYS);
        return new VBox(above, view);
    }

    ComposerView view() {
        return robot.lookup(".composer").queryAs(ComposerView.class);
    }

    TextArea field() {
        return robot.lookup(".text-area").queryAs(TextArea.class);
    }

    static InputMethodEvent composing(String text) {
        return new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                text.isEmpty()
                        ? List.of()
                        : List.of(
                                new InputMethodTextRun(text, InputMethodHighlight.UNSELECTED_RAW)),
                "",
                0);
    }
}
