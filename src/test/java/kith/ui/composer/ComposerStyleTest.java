package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;
import kith.ui.text.StyledSpan.Style;

import org.junit.jupiter.api.Test;

/// The signs of a style come into the field in one step that can be undone.
class ComposerStyleTest extends ComposerViewFixture {

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
}
