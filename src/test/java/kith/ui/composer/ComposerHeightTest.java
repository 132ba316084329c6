package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The field is as high as its lines, in any script.
class ComposerHeightTest extends ComposerViewFixture {

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
}
