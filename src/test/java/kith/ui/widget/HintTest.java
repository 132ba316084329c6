package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

import kith.ui.fx.Boxes;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What shows beside a node while the pointer rests on it.
class HintTest {

    /// A page has dozens of buttons, and each tooltip is a window to the toolkit.
    @Test
    void nothingIsMadeBeforeThePointerComes() {
        FxThread.run(
                () -> {
                    var button = new IconButton(Icon.CLOSE, "Close").withShortcut("Esc");
                    assertThat(Hints.made(button)).isEmpty();
                    assertThat(Hints.pointAt(button)).isEqualTo("Close   Esc");
                    assertThat(Hints.made(button)).isPresent();
                });
    }

    @Test
    void whereThereIsNothingToSayNothingShows() {
        FxThread.run(
                () -> {
                    var row = new Region();
                    var hint = new Hint(row);
                    assertThat(Hints.comeTo(row)).isEmpty();
                    hint.say(List.of("tom@hearth.example", "Host 🎪"));
                    assertThat(Hints.pointAt(row)).isEqualTo("tom@hearth.example\nHost 🎪");
                    assertThat(Boxes.in(row)).isEmpty();
                    assertThat(Boxes.in((Parent) Hints.made(row).orElseThrow().getGraphic()))
                            .isEmpty();
                    hint.say("");
                    assertThat(Hints.comeTo(row)).isEmpty();
                });
    }

    @Test
    void whatANodeIsCalledNowIsSaid() {
        FxThread.run(
                () -> {
                    var button = new IconButton(Icon.PLUS, "New chat").withShortcut("Ctrl N");
                    button.show(Icon.CLOSE, "Cancel");
                    assertThat(Hints.pointAt(button)).isEqualTo("Cancel");
                    button.show(Icon.PLUS, "New chat");
                    assertThat(Hints.pointAt(button)).isEqualTo("New chat");
                });
    }

    @Test
    void whoCannotSeeItHearsOfTheKeys() {
        FxThread.run(
                () -> {
                    var button = new IconButton(Icon.PLUS, "New chat").withShortcut("Ctrl N");
                    assertThat(button.queryAccessibleAttribute(AccessibleAttribute.HELP))
                            .isEqualTo("New chat   Ctrl N");
                    button.show(Icon.CLOSE, "Cancel");
                    assertThat(button.queryAccessibleAttribute(AccessibleAttribute.HELP))
                            .isEqualTo("");
                });
    }
}
