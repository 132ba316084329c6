package kith;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import kith.ui.fx.FxThread;

import java.util.List;
import java.util.Optional;

/// What has popped up last while somebody uses their window, under their keyboard.
final class KithPopup {

    private final KithWindow window;

    private KithPopup(KithWindow window) {
        this.window = window;
    }

    static KithPopup over(KithWindow window) {
        return new KithPopup(window);
    }

    /// Presses a key once something is there; it may be gone when the key is let go.
    void press(KeyCode key) {
        window.awaitShown("a popup", () -> FxThread.call(() -> popup().isPresent()));
        keys().pressOnly(key);
    }

    /// Writes into the field that has the keyboard in it.
    void write(String text) {
        window.awaitShown(
                "a field in a popup",
                () ->
                        FxThread.call(
                                () ->
                                        popup().map(it -> it.getScene().getFocusOwner())
                                                .filter(TextInputControl.class::isInstance)
                                                .isPresent()));
        keys().write(text);
    }

    private static KithKeys keys() {
        return new KithKeys(() -> popup().orElseThrow().getScene());
    }

    private static Optional<Window> popup() {
        return List.copyOf(Window.getWindows()).reversed().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst();
    }
}
