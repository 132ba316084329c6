package kith;

import static javafx.scene.input.InputMethodEvent.INPUT_METHOD_TEXT_CHANGED;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.ui.fx.FxThread;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A keyboard under one window. Not the robot's: on the headless platform that types into the
/// window that came last.
///
/// @param window asked anew for each key
record KithKeys(Supplier<Scene> window) {

    /// Presses a key, with those held that are named before it.
    void press(KeyCode... keys) {
        pressOnly(keys);
        type(KeyEvent.KEY_RELEASED, "", keys[keys.length - 1], held(keys));
    }

    /// The same where the window may be gone when the key is let go.
    void pressOnly(KeyCode... keys) {
        type(KeyEvent.KEY_PRESSED, "", keys[keys.length - 1], held(keys));
    }

    void write(String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(it -> type(KeyEvent.KEY_TYPED, it, KeyCode.UNDEFINED, Set.of()));
    }

    /// What an input method hands over.
    ///
    /// @param composed underlined, and may still change
    /// @param committed stays
    void compose(String composed, String committed) {
        var runs =
                composed.isEmpty()
                        ? List.<InputMethodTextRun>of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.UNSELECTED_RAW));
        FxThread.run(
                () ->
                        fire(
                                new InputMethodEvent(
                                        INPUT_METHOD_TEXT_CHANGED,
                                        runs,
                                        committed,
                                        composed.length())));
    }

    private static Set<KeyCode> held(KeyCode... keys) {
        return Set.of(Arrays.copyOf(keys, keys.length - 1));
    }

    private void type(EventType<KeyEvent> type, String sign, KeyCode key, Set<KeyCode> held) {
        FxThread.run(
                () ->
                        fire(
                                new KeyEvent(
                                        type,
                                        sign,
                                        sign,
                                        key,
                                        held.contains(KeyCode.SHIFT),
                                        held.contains(KeyCode.CONTROL),
                                        held.contains(KeyCode.ALT),
                                        false)));
    }

    private void fire(Event event) {
        var scene = window.get();
        var owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene : owner, event);
    }
}
