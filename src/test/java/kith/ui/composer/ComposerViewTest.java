package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.SendKey;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;
import kith.ui.fx.OnStage;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.widget.IconButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

class ComposerViewTest {

    private final FxRobot robot = new FxRobot();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> settled = new CopyOnWriteArrayList<>();
    private final List<Predicate<String>> writers = new CopyOnWriteArrayList<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<SendKey> sendKey = new Cell<>(lane, SendKey.ENTER);
    private final ComposerViewModel model =
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
    private final OnStage window = new OnStage(500, 400, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void enterSends() {
        robot.write("Lovely", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly("Lovely");
        assertThat(Written.in(field())).isEmpty();
    }

    @Test
    void aStyleIsUndoneInOneStepAndTheWordsStaySelected() {
        robot.write("see you 🎉 soon", 0);
        style(Style.STRONG);
        assertThat(Written.in(field())).isEqualTo("see you 🎉 *soon*");
        robot.write("er", 0);
        assertThat(Written.in(field())).isEqualTo("see you 🎉 *sooner*");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        style(Style.EMPHASIS);
        assertThat(Written.in(field())).isEqualTo("_see you 🎉 *sooner*_");
        assertThat(field().getSelection().getLength()).isEqualTo(field().getLength() - 2);
        undo();
        assertThat(Written.in(field())).isEqualTo("see you 🎉 *sooner*");
    }

    @Test
    void aPairOfSignsIsUndoneWithoutWhatWasTypedBefore() {
        robot.write("see you ", 0);
        style(Style.CODE);
        assertThat(Written.in(field())).isEqualTo("see you ``");
        undo();
        assertThat(Written.in(field())).isEqualTo("see you ");
    }

    private void style(Style style) {
        FxThread.run(() -> robot.lookup(".composer").queryAs(ComposerView.class).style(style));
    }

    private void undo() {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    @Test
    void shiftEnterBreaksTheLine() {
        robot.write("one", 0).press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("two", 0);
        assertThat(sent).isEmpty();
        assertThat(Written.in(field())).isEqualTo("one\ntwo");
    }

    @Test
    void whereControlEnterSendsEnterBreaksTheLine() {
        var button = (IconButton) robot.lookup(".send").query();
        assertThat(FxThread.call(() -> Hints.pointAt(button))).isEqualTo("Send   Enter");
        send(SendKey.CONTROL_ENTER);
        assertThat(FxThread.call(() -> Hints.pointAt(button))).isEqualTo("Send   Ctrl Enter");
        robot.write("one", 0).type(KeyCode.ENTER).write("two", 0);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("three", 0);
        assertThat(sent).isEmpty();
        assertThat(Written.in(field())).isEqualTo("one\ntwo\nthree");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(sent).containsExactly("one\ntwo\nthree");
        assertThat(Written.in(field())).isEmpty();
        send(SendKey.ENTER);
        robot.write("four", 0).press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        robot.write("five", 0).press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(sent).hasSize(1);
        assertThat(Written.in(field())).isEqualTo("four\nfive\n");
        robot.type(KeyCode.ENTER);
        assertThat(sent).contains("four\nfive");
    }

    private void send(SendKey with) {
        FxThread.run(() -> lane.execute(() -> sendKey.set(with)));
    }

    @Test
    void enterBelongsToTheInputMethodWhileItComposes() {
        robot.write("a", 0);
        FxThread.run(() -> field().fireEvent(composing("ni")));
        robot.type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        FxThread.run(() -> field().fireEvent(composing("")));
        robot.type(KeyCode.ENTER);
        assertThat(sent).hasSize(1);
    }

    @Test
    void upInAnEmptyFieldTakesUpTheLastMessageAndEnterSendsItChanged() {
        onUp("Lovly");
        robot.type(KeyCode.UP);
        assertThat(editBar().isVisible()).isTrue();
        assertThat(editBar().lookup(".about-words")).isNotNull();
        window.settle();
        robot.write("!", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly("7: Lovly!");
        assertThat(editBar().isVisible()).isFalse();
        assertThat(Written.in(field())).isEmpty();
    }

    @Test
    void escapeLeavesTheMessageAsItWas() {
        onUp("Lovly");
        robot.type(KeyCode.UP);
        robot.write("!", 0).type(KeyCode.ESCAPE).type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        assertThat(editBar().isVisible()).isFalse();
        assertThat(Written.in(field())).isEmpty();
    }

    @Test
    void theCrossOfTheEditBarLeavesTheMessageToo() {
        onUp("Lovly");
        robot.type(KeyCode.UP);
        robot.clickOn(".edit-bar .icon-button");
        assertThat(editBar().isVisible()).isFalse();
        assertThat(field().isFocused()).isTrue();
    }

    @Test
    void theBarOfAReplySaysWhatIsAnsweredAndEnterSendsTheAnswer() {
        var answered =
                new Answering(new MessageKey(7), Optional.of("Layla"), "thursday\nor friday");
        FxThread.run(() -> model.reply(answered));
        assertThat(replyBar().isVisible()).isTrue();
        assertThat(field().isFocused()).isTrue();
        assertThat(field().getAccessibleText()).isEqualTo("Replying to Layla");
        robot.write("Friday", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly("to 7: Friday");
        assertThat(replyBar().isVisible()).isFalse();
    }

    @Test
    void escapeAndTheCrossAnswerNone() {
        var answered = new Answering(new MessageKey(7), Optional.empty(), "thursday");
        FxThread.run(() -> model.reply(answered));
        robot.write("Friday", 0).type(KeyCode.ESCAPE);
        assertThat(replyBar().isVisible()).isFalse();
        FxThread.run(() -> model.reply(answered));
        robot.clickOn(".reply-bar .icon-button");
        assertThat(replyBar().isVisible()).isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(sent).containsExactly("Friday");
    }

    private Node replyBar() {
        return robot.lookup(".reply-bar").query();
    }

    @Test
    void upInAFieldWithWordsMovesTheCaret() {
        onUp("Lovly");
        robot.write("one", 0).press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.type(KeyCode.UP);
        assertThat(editBar().isVisible()).isFalse();
        assertThat(Written.in(field())).isEqualTo("one\n");
        assertThat(field().getCaretPosition()).isLessThan(4);
    }

    private void onUp(String words) {
        FxThread.run(() -> view().onUp(() -> model.edit(new MessageKey(7), words)));
    }

    private Node editBar() {
        return robot.lookup(".edit-bar").query();
    }

    @Test
    void theButtonIsThereOnceThereIsSomethingToSend() {
        assertThat(robot.lookup(".send").query().isVisible()).isFalse();
        robot.write("Lovely", 0);
        robot.clickOn(".send");
        assertThat(sent).containsExactly("Lovely");
    }

    @Test
    void growsWithItsLinesUpToEight() {
        double one = height("");
        assertThat(height("a")).isEqualTo(one);
        double two = height("a\nb");
        assertThat(two).isGreaterThan(one);
        double eight = height("a\n".repeat(7) + "b");
        assertThat(eight - one).isBetween((two - one) * 7 - 7, (two - one) * 7 + 7);
        assertThat(height("a\n".repeat(50))).isEqualTo(eight);
    }

    @Test
    void growsWithLinesThatWrap() {
        assertThat(height("word ".repeat(60))).isGreaterThan(height("word"));
    }

    /// JavaFX can't break such lines on Linux: the layout of the whole window would fail.
    @ParameterizedTest
    @ValueSource(
            strings = {"وصلت النسخة التجريبية العربية ", "שלום רב לך, 200 עותקים! ", "नमस्ते जी "})
    void takesLongLinesInAnyScript(String words) {
        assertThatCode(() -> height(words.repeat(20))).doesNotThrowAnyException();
        FxThread.run(() -> field().clear());
        FxThread.run(() -> view().setPrompt("Message " + words.repeat(20)));
        assertThatCode(() -> FxThread.call(() -> field().prefHeight(200)))
                .doesNotThrowAnyException();
        FxThread.run(() -> field().setText("Latin again ".repeat(20)));
        assertThat(field().isWrapText()).isTrue();
    }

    /// A pointer that moves may ask where the words are before they are laid out anew.
    @ParameterizedTest
    @ValueSource(strings = {"وصلت النسخة التجريبية العربية ", "नमस्ते जी "})
    void takesLongLinesInAnyScriptAlsoUnderThePointer(String words) {
        assertThat(height("Latin ".repeat(50))).isGreaterThan(height(""));
        assertThatCode(() -> FxThread.run(() -> askAfter(() -> field().setText(words.repeat(20)))))
                .doesNotThrowAnyException();
        FxThread.run(() -> field().clear());
        FxThread.run(() -> view().setPrompt("Message " + "Latin ".repeat(50)));
        window.settle();
        assertThatCode(() -> FxThread.run(() -> askAfter(() -> view().setPrompt(words.repeat(20)))))
                .doesNotThrowAnyException();
    }

    @Test
    void writesOverALongPromptInAnyScript() {
        FxThread.run(() -> view().setPrompt("Message " + "وصلت النسخة التجريبية ".repeat(20)));
        assertThat(height("Latin ".repeat(50))).isGreaterThan(height(""));
        height("Latin");
        assertThatCode(() -> FxThread.run(() -> askAfter(() -> {}))).doesNotThrowAnyException();
        assertThat(field().isWrapText()).isTrue();
    }

    @Test
    void growsNoHigherThanItMay() {
        FxThread.run(() -> view().mostHeightProperty().set(60));
        assertThat(height("a\n".repeat(50))).isLessThanOrEqualTo(60);
    }

    @Test
    void saysWhyOneMayNotWrite() {
        FxThread.run(() -> model.accessProperty().set(Access.VISITOR));
        window.settle();
        assertThat(robot.lookup(".composer-box").query().isVisible()).isFalse();
        assertThat(robot.lookup(".composer-closed").queryLabeled().getText())
                .startsWith("You may read here");
    }

    @Test
    void showsTheDraftThatIsThere() {
        FxThread.run(() -> model.draftProperty().set("half a thought"));
        assertThat(Written.in(field())).isEqualTo("half a thought");
    }

    @Test
    void writesOnBehindTheDraftThatIsThere() {
        assertThat(FxThread.call(() -> writers.getFirst().test("half a"))).isTrue();
        robot.write("x", 0);
        assertThat(Written.in(field())).isEqualTo("half ax");
    }

    @Test
    void whatIsWrittenIsStoredWhenTheFieldIsLeft() {
        robot.write("half", 0);
        assertThat(settled).isEmpty();
        FxThread.run(() -> field().getScene().getRoot().requestFocus());
        assertThat(settled).contains("half");
    }

    @Test
    void aNameIsCompletedWithTheKeyboardAlone() {
        robot.write("Hi :sm", 0);
        assertThat(isListShown()).isTrue();
        robot.type(KeyCode.DOWN);
        assertThat(field().getAccessibleHelp()).isEqualTo("smile");
        robot.type(KeyCode.ENTER);
        assertThat(Written.in(field())).isEqualTo("Hi 😄");
        assertThat(isListShown()).isFalse();
        assertThat(sent).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(sent).containsExactly("Hi 😄");
    }

    @Test
    void tabTakesAndUndoBringsTheLettersBack() {
        robot.write(":tada", 0).type(KeyCode.TAB);
        assertThat(Written.in(field())).isEqualTo("🎉");
        assertThat(field().isFocused()).isTrue();
        FxThread.run(() -> field().undo());
        assertThat(Written.in(field())).isEqualTo(":tada");
    }

    @Test
    void aCommandThatThereIsNotStaysAndASentenceSaysSo() {
        robot.write("/nope", 0).type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        assertThat(Written.in(field())).isEqualTo("/nope");
        assertThat(complaint()).contains("“/nope”");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(complaint()).isEmpty();
    }

    @Test
    void helpShowsAllCommandsAndOneIsTaken() {
        robot.write("/help", 0).type(KeyCode.ENTER);
        assertThat(Written.in(field())).isEqualTo("/");
        assertThat(isListShown()).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(Written.in(field())).isEqualTo("/me ");
        robot.write("waves", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly("/me waves");
    }

    @Test
    void theUpKeyIsForWhoeverWantsItWhileNothingIsWritten() {
        FxThread.run(() -> view().onUp(() -> sent.add("up")));
        robot.type(KeyCode.UP);
        assertThat(sent).containsExactly("up");
        robot.write("a", 0).type(KeyCode.UP);
        assertThat(sent).containsExactly("up");
    }

    private String complaint() {
        return robot.lookup(".composer-complaint").queryLabeled().getText();
    }

    @Test
    void escapeClosesTheListAndNoMore() {
        robot.write(":tad", 0).type(KeyCode.ESCAPE);
        assertThat(isListShown()).isFalse();
        robot.write("a", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly(":tada");
    }

    @Test
    void aClickTakes() {
        robot.write(":tad", 0);
        window.settle();
        robot.clickOn(".completion-row");
        assertThat(Written.in(field())).isEqualTo("🎉");
        assertThat(field().isFocused()).isTrue();
    }

    @Test
    void aNameThatIsTypedOutBecomesTheEmoji() {
        robot.write("Hi :tada:", 0);
        assertThat(Written.in(field())).isEqualTo("Hi 🎉");
        FxThread.run(() -> field().setText("`"));
        FxThread.run(() -> field().end());
        robot.write(":tada:", 0);
        assertThat(Written.in(field())).isEqualTo("`:tada:");
    }

    @Test
    void theListLeavesTheKeysToAnInputMethodThatComposes() {
        robot.write(":tad", 0);
        FxThread.run(() -> field().fireEvent(composing("a")));
        robot.type(KeyCode.ESCAPE);
        assertThat(isListShown()).isTrue();
        assertThat(Written.in(field())).isEqualTo(":tada");
        assertThat(sent).isEmpty();
    }

    @Test
    void theListStandsAboveTheFrame() {
        robot.write(":sm", 0);
        window.settle();
        var list = bounds(".completion");
        var frame = bounds(".composer-box");
        assertThat(list.getMaxY()).isLessThanOrEqualTo(frame.getMinY());
        assertThat(list.getMinX()).isEqualTo(frame.getMinX());
    }

    private Bounds bounds(String selector) {
        return FxThread.call(
                () -> {
                    var node = robot.lookup(selector).query();
                    return node.localToScene(node.getLayoutBounds());
                });
    }

    private boolean isListShown() {
        return robot.lookup(".completion").query().isVisible();
    }

    private Subscription begin(Predicate<String> given) {
        writers.add(given);
        return () -> {};
    }

    private ComposerViewModel model() {
        return model;
    }

    private void askAfter(Runnable change) {
        change.run();
        for (var each : field().lookupAll(".text")) {
            each.getLayoutBounds();
        }
    }

    private double height(String text) {
        FxThread.run(() -> field().setText(text));
        window.settle();
        return FxThread.call(() -> field().getHeight());
    }

    private VBox page() {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla, not encrypted");
        view.requestFocus();
        var above = new Region();
        VBox.setVgrow(above, Priority.ALWAYS);
        return new VBox(above, view);
    }

    private ComposerView view() {
        return robot.lookup(".composer").queryAs(ComposerView.class);
    }

    private TextArea field() {
        return robot.lookup(".text-area").queryAs(TextArea.class);
    }

    private static InputMethodEvent composing(String text) {
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
