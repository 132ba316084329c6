package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.model.SendKey;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;
import kith.ui.widget.IconButton;

import org.junit.jupiter.api.Test;

/// What the user does in the composer's field reaches its view-model, and the other way round.
class ComposerViewTest extends ComposerViewFixture {

    @Test
    void enterSends() {
        robot.write("Lovely", 0).type(KeyCode.ENTER);
        assertThat(sent).containsExactly("Lovely");
        assertThat(Written.in(field())).isEmpty();
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
    void theButtonIsThereOnceThereIsSomethingToSend() {
        assertThat(robot.lookup(".send").query().isVisible()).isFalse();
        robot.write("Lovely", 0);
        robot.clickOn(".send");
        assertThat(sent).containsExactly("Lovely");
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
    void aCommandThatThereIsNotStaysAndASentenceSaysSo() {
        robot.write("/nope", 0).type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        assertThat(Written.in(field())).isEqualTo("/nope");
        assertThat(complaint()).contains("“/nope”");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(complaint()).isEmpty();
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
}
