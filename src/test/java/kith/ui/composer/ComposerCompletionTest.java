package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// The list above the field completes what is being typed.
class ComposerCompletionTest extends ComposerViewFixture {

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
}
