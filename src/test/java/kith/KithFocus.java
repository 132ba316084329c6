package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import kith.ui.composer.Written;
import kith.ui.fx.FxThread;

/// What has the keyboard in somebody's window.
final class KithFocus {

    /// No page has more stops of the Tab key.
    private static final int MOST_TABS = 40;

    private final KithWindow window;

    private KithFocus(KithWindow window) {
        this.window = window;
    }

    static KithFocus in(KithWindow window) {
        return new KithFocus(window);
    }

    /// Goes on with the Tab key until what has this name has the keyboard.
    void tabTo(String named) {
        for (int at = 0; at < MOST_TABS && !isAt(named); at++) {
            window.press(KeyCode.TAB);
        }
        assertThat(isAt(named)).as("the keyboard is at “%s”", named).isTrue();
    }

    private boolean isAt(String named) {
        return FxThread.call(
                () -> window.focused().filter(it -> Shown.isNamed(it, named)).isPresent());
    }

    /// Whether the composer has the keyboard.
    boolean isWriting() {
        return FxThread.call(() -> window.focused().flatMap(Written::find).isPresent());
    }

    /// How high the letters are where the composer has the keyboard, in px.
    double lettersHigh() {
        return FxThread.call(
                () ->
                        window.focused()
                                .filter(TextInputControl.class::isInstance)
                                .map(field -> ((TextInputControl) field).getFont().getSize())
                                .orElse(0.0));
    }

    /// Waits until a screen reader says this of what has the keyboard.
    void awaitHelp(String part) {
        window.awaitShown(
                "“" + part + "” about what has the keyboard", () -> help().contains(part));
    }

    /// What a screen reader says about what has the keyboard, beside its name.
    String help() {
        return FxThread.call(() -> window.focused().map(Node::getAccessibleHelp).orElse(""));
    }
}
