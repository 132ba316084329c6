package kith.ui.keys;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;

/// What keys the user pressed, as shortcuts know them.
public final class KeyPress {

    private static final String NUMBER_PAD = "NUMPAD";
    private static final String ARROW_PAD = "KP_";

    private KeyPress() {}

    /// The keys of an event; empty where only keys to hold were pressed yet, one that has no name,
    /// or one together with a key that belongs to the desktop.
    public static Optional<KeyStroke> of(KeyEvent event) {
        var code = event.getCode();
        boolean isDesktops =
                (event.isMetaDown() || event.isControlDown()) != event.isShortcutDown()
                        || (event.isMetaDown() && event.isControlDown());
        if (code.isModifierKey() || code == KeyCode.UNDEFINED || isDesktops) {
            return Optional.empty();
        }
        return Optional.of(
                new KeyStroke(
                        event.isShortcutDown(),
                        event.isAltDown(),
                        event.isShiftDown(),
                        name(code)));
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case DIVIDE -> KeyCode.SLASH.name();
            case ADD -> KeyCode.PLUS.name();
            case SUBTRACT -> KeyCode.MINUS.name();
            default ->
                    code.name()
                            .replaceFirst("^" + NUMBER_PAD, "DIGIT")
                            .replaceFirst("^" + ARROW_PAD, "");
        };
    }
}
