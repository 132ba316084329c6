package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import kith.ui.fx.FxThread;
import kith.ui.widget.EmojiView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Emoji in the field are pictures and behave as single letters; what is written is unharmed.
class EmojiFieldTest extends SpellingFixture {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(strings = {"🎉", "👍🏽", FAMILY, "🇩🇪", "1️⃣", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"})
    void isAPictureThatOneKeyDeletesAndUndoBringsBack(String emoji) {
        paste("a" + emoji);
        window.settle();
        assertThat(pictures()).hasSize(1);
        assertThat(model.draftProperty().get()).isEqualTo("a" + emoji);
        robot.type(KeyCode.BACK_SPACE);
        window.settle();
        assertThat(written()).isEqualTo("a");
        assertThat(pictures()).isEmpty();
        press(KeyCode.Z);
        assertThat(written()).isEqualTo("a" + emoji);
        press(KeyCode.SHIFT, KeyCode.Z);
        assertThat(written()).isEqualTo("a");
        press(KeyCode.Z);
        robot.type(KeyCode.LEFT).type(KeyCode.DELETE);
        assertThat(written()).isEqualTo("a");
    }

    @Test
    void undoAndRedoGoThroughManySteps() {
        paste("🎉");
        robot.write(" and ", 0);
        paste(FAMILY);
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.BACK_SPACE);
        assertThat(written()).isEqualTo("🎉 and");
        for (int i = 0; i < 9; i++) {
            press(KeyCode.Z);
        }
        assertThat(written()).isEmpty();
        for (int i = 0; i < 9; i++) {
            press(KeyCode.SHIFT, KeyCode.Z);
        }
        assertThat(written()).isEqualTo("🎉 and");
    }

    @Test
    void theClipboardIsGivenWhatWasWritten() {
        paste("one 🎉 two " + FAMILY);
        press(KeyCode.A);
        press(KeyCode.C);
        assertThat(clipboard()).isEqualTo("one 🎉 two " + FAMILY);
        press(KeyCode.X);
        assertThat(written()).isEmpty();
        press(KeyCode.V);
        press(KeyCode.V);
        assertThat(written()).isEqualTo(("one 🎉 two " + FAMILY).repeat(2));
        FxThread.run(() -> field().selectRange(4, 5));
        FxThread.run(() -> field().copy());
        assertThat(clipboard()).isEqualTo("🎉");
    }

    @Test
    void aPictureStandsWhereItsRoomIs() {
        FxThread.run(() -> model.draftProperty().set("See you 🎉 there " + FAMILY + "!\n🐢 x"));
        window.settle();
        var rooms =
                FxThread.call(
                        () ->
                                IntStream.of(8, 16, 19)
                                        .mapToObj(at -> boundsOf(at, at + 1))
                                        .toList());
        var pictures = pictures();
        assertThat(pictures).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var room = rooms.get(i);
            var picture = pictures.get(i);
            assertThat(picture.getWidth()).isBetween(room.getWidth() - 4, room.getWidth() + 1);
            assertThat(picture.getCenterX())
                    .isBetween(room.getCenterX() - 1, room.getCenterX() + 1);
            assertThat(picture.getCenterY())
                    .isBetween(room.getCenterY() - 2, room.getCenterY() + 2);
        }
    }

    /// What serves as a sign is blank in the field's font; whoever writes it sees it nevertheless.
    @Test
    void whoeverWritesWhatServesAsASignSeesIt() {
        paste("⊡ 🎉 ⟶");
        window.settle();
        assertThat(pictures()).hasSize(1);
        var letters =
                FxThread.call(
                        () ->
                                field().lookupAll(".sign-letter").stream()
                                        .map(Text.class::cast)
                                        .toList());
        assertThat(letters).extracting(Text::getText).containsExactlyInAnyOrder("⊡", "⟶");
        for (var letter : letters) {
            int at = written().indexOf(letter.getText()) == 0 ? 0 : 4;
            var room = FxThread.call(() -> boundsOf(at, at + 1));
            var shown = FxThread.call(() -> letter.localToScene(letter.getLayoutBounds()));
            assertThat(shown.getCenterX()).isBetween(room.getCenterX() - 1, room.getCenterX() + 1);
            assertThat(shown.getMinY()).isBetween(room.getMinY() - 3, room.getMinY() + 3);
        }
    }

    @Test
    void thePicturesFollowTheTextThatScrollsAndOnlyThoseInSightAreThere() {
        FxThread.run(() -> model.draftProperty().set("🎉 x\n".repeat(500) + "🐢"));
        FxThread.run(() -> field().setScrollTop(0));
        window.settle();
        assertThat(pictures()).hasSizeBetween(7, 12);
        var top = pictures().getFirst();
        FxThread.run(() -> field().setScrollTop(5));
        window.settle();
        assertThat(pictures().getFirst().getMinY()).isBetween(top.getMinY() - 6, top.getMinY() - 4);
        FxThread.run(() -> field().setScrollTop(100_000));
        window.settle();
        assertThat(pictures()).hasSizeBetween(7, 12);
    }

    @Test
    void inputMethodsComposeAndCommit() {
        robot.write("a", 0);
        assertThat(field().getInputMethodRequests()).isNotNull();
        FxThread.run(() -> field().fireEvent(composing("ni", "")));
        assertThat(written()).isEqualTo("ani");
        FxThread.run(() -> field().fireEvent(composing("🎉🎉", "")));
        assertThat(written()).isEqualTo("a🎉🎉");
        FxThread.run(() -> field().fireEvent(composing("", "你好" + FAMILY)));
        assertThat(written()).isEqualTo("a你好" + FAMILY);
        window.settle();
        assertThat(pictures()).hasSize(1);
        FxThread.run(() -> field().fireEvent(composing("⊡", "")));
        FxThread.run(() -> field().fireEvent(composing("", "🎉")));
        assertThat(written()).isEqualTo("a你好" + FAMILY + "🎉");
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.BACK_SPACE);
        assertThat(written()).isEqualTo("a你好");
    }

    /// What composes an emoji and what commits one in the same event.
    @Test
    void whatWasCommittedWhileMoreIsComposedIsAPictureOnceThatIsDone() {
        FxThread.run(() -> field().fireEvent(composing("ni", FAMILY)));
        FxThread.run(() -> field().fireEvent(composing("", "")));
        window.settle();
        assertThat(written()).isEqualTo(FAMILY);
        assertThat(pictures()).hasSize(1);
    }

    /// Windows types an emoji in two halves, a hand and its skin tone one after the other.
    @Test
    void whatComesInPiecesBecomesOne() {
        type("a", "\uD83D", "\uDC4D", "b");
        assertThat(written()).isEqualTo("a👍b");
        robot.type(KeyCode.LEFT);
        type("\uD83C", "\uDFFD");
        assertThat(written()).isEqualTo("a👍🏽b");
        assertThat(model.caretProperty().get()).isEqualTo(5);
        window.settle();
        assertThat(pictures()).hasSize(1);
        robot.type(KeyCode.BACK_SPACE);
        assertThat(written()).isEqualTo("ab");
    }

    @Test
    void whatIsLeftWhenSomethingBetweenGoesBecomesOneToo() {
        paste("👩x\u200D🚀");
        FxThread.run(() -> field().selectRange(1, 2));
        robot.type(KeyCode.DELETE);
        assertThat(written()).isEqualTo("👩‍🚀");
        window.settle();
        assertThat(pictures()).hasSize(1);
        press(KeyCode.Z);
        assertThat(written()).isEqualTo("👩x\u200D🚀");
    }

    @Test
    void theCaretIsToldInWhatWasWritten() {
        paste("🎉a" + FAMILY + "b");
        assertThat(model.caretProperty().get()).isEqualTo(written().length());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(model.caretProperty().get()).isEqualTo(3);
        FxThread.run(() -> model.caretProperty().set(3 + FAMILY.length()));
        assertThat(field().getCaretPosition()).isEqualTo(3);
        robot.type(KeyCode.HOME);
        assertThat(model.caretProperty().get()).isZero();
        robot.press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
        assertThat(field().getSelection().getLength()).isEqualTo(4);
        robot.write("x", 0);
        assertThat(written()).isEqualTo("x");
    }

    @Test
    void aWordBehindEmojiIsUnderlinedAndCorrected() {
        paste(FAMILY + " harbor 🎉 ");
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor");
        FxThread.run(() -> field().positionCaret(4));
        assertThat(field().getAccessibleHelp()).contains("harbor");
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(written()).isEqualTo(FAMILY + " harbour 🎉 ");
    }

    @Test
    void screenReadersAreGivenWhatWasWritten() {
        FxThread.run(() -> field().setAccessibleText(null));
        paste("a🎉" + FAMILY);
        assertThat(field().getAccessibleRole()).isEqualTo(AccessibleRole.TEXT_AREA);
        assertThat(ask(AccessibleAttribute.TEXT)).isEqualTo("a🎉" + FAMILY);
        assertThat(ask(AccessibleAttribute.CARET_OFFSET)).isEqualTo(3 + FAMILY.length());
        assertThat(ask(AccessibleAttribute.LINE_END, 0)).isEqualTo(3 + FAMILY.length());
        assertThat(ask(AccessibleAttribute.LINE_FOR_OFFSET, 3)).isEqualTo(0);
        assertThat(ask(AccessibleAttribute.BOUNDS_FOR_RANGE, 1, 3)).isNotNull();
        FxThread.run(
                () -> field().executeAccessibleAction(AccessibleAction.SET_TEXT_SELECTION, 1, 3));
        assertThat(field().getSelection().getStart()).isEqualTo(1);
        assertThat(field().getSelection().getEnd()).isEqualTo(2);
        assertThat(ask(AccessibleAttribute.SELECTION_START)).isEqualTo(1);
        assertThat(ask(AccessibleAttribute.SELECTION_END)).isEqualTo(3);
        FxThread.run(() -> field().executeAccessibleAction(AccessibleAction.SET_TEXT, "🐢"));
        assertThat(written()).isEqualTo("🐢");
    }

    /// H56 to H58: nothing of it is lost, and it does not hold up the window.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 ",
                "\uE0A0\uF8FF\uED00 ",
                "⊡⟶ 🎉",
                "👩\u200D",
                "🏽🏽\uFE0F ",
                "\u202Eabc\u2066 "
            })
    void hostileTextComesBackAsItWas(String text) {
        var much = text.repeat(300);
        paste(much + "🎉");
        window.settle();
        assertThat(written()).isEqualTo(much + "🎉");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(written()).isEqualTo(much);
        robot.write("x", 0);
        press(KeyCode.A);
        press(KeyCode.C);
        assertThat(clipboard()).isEqualTo(much + "x");
    }

    @Test
    void aMegabyteWithEmojiComesInWholeAndOnlyWhatIsInSightIsDrawn() {
        var much = ("words and 🎉 and " + FAMILY + " here\n").repeat(30_000);
        assertThat(much.length()).isGreaterThan(1_000_000);
        paste(much);
        window.settle();
        assertThat(written()).isEqualTo(much);
        robot.write("x", 0);
        assertThat(written()).isEqualTo(much + "x");
        assertThat(pictures()).hasSizeLessThan(40);
    }

    private Object ask(AccessibleAttribute attribute, Object... parameters) {
        return FxThread.call(() -> field().queryAccessibleAttribute(attribute, parameters));
    }

    private List<Bounds> pictures() {
        return FxThread.call(
                () ->
                        field().lookupAll(".emoji").stream()
                                .map(EmojiView.class::cast)
                                .map(it -> it.localToScene(it.getLayoutBounds()))
                                .sorted(
                                        Comparator.comparingDouble(Bounds::getMinY)
                                                .thenComparingDouble(Bounds::getMinX))
                                .toList());
    }

    private void type(String... signs) {
        for (var sign : signs) {
            FxThread.run(() -> field().replaceSelection(sign));
        }
    }

    private String written() {
        return FxThread.call(() -> Written.in(field()));
    }

    private void paste(String text) {
        FxThread.run(
                () -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        press(KeyCode.V);
    }

    private static String clipboard() {
        return FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private void press(KeyCode... keys) {
        robot.press(KeyCode.CONTROL).press(keys).release(keys).release(KeyCode.CONTROL);
    }

    private static InputMethodEvent composing(String composed, String committed) {
        return new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                composed.isEmpty()
                        ? List.of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.UNSELECTED_RAW)),
                committed,
                0);
    }
}
