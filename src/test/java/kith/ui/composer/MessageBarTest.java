package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.model.MessageKey;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// The bar above the field says which message is changed or answered.
class MessageBarTest extends ComposerViewFixture {

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
}
