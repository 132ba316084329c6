package kith.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.model.SendKey;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

class KeyPressTest {

    private final KeyWords words = new KeyWords(Texts.of(Locale.UK));

    @Test
    void aKeyAndThoseHeldWithIt() {
        assertThat(press(KeyCode.W, true, true, false, false)).contains("Shortcut+Shift+W");
        assertThat(press(KeyCode.DOWN, false, false, true, false)).contains("Alt+DOWN");
        assertThat(press(KeyCode.F6, false, false, false, false)).contains("F6");
    }

    @Test
    void theNumberPadIsAsTheKeysBesideIt() {
        assertThat(press(KeyCode.NUMPAD3, false, true, false, false)).contains("Shortcut+DIGIT3");
        assertThat(press(KeyCode.ADD, false, true, false, false)).contains("Shortcut+PLUS");
        assertThat(press(KeyCode.KP_DOWN, false, false, true, false)).contains("Alt+DOWN");
    }

    @Test
    void keysToHoldAndKeysOfTheDesktopAreNone() {
        assertThat(press(KeyCode.CONTROL, false, true, false, false)).isEmpty();
        assertThat(press(KeyCode.K, false, false, false, true)).isEmpty();
        assertThat(press(KeyCode.K, false, true, false, true)).isEmpty();
        assertThat(press(KeyCode.UNDEFINED, false, true, false, false)).isEmpty();
    }

    @Test
    void keysAreCalledAsTheyStandOnThem() {
        assertThat(line("Shortcut+Shift+W")).isEqualTo("Ctrl Shift W");
        assertThat(line("Alt+DOWN")).isEqualTo("Alt ↓");
        assertThat(line("Shortcut+DIGITS")).isEqualTo("Ctrl 1–9");
        assertThat(line("Shortcut+DIGIT0")).isEqualTo("Ctrl 0");
        assertThat(line("F6")).isEqualTo("F6");
        assertThat(line("Alt+SLEEP_BUTTON")).isEqualTo("Alt SLEEP_BUTTON");
    }

    @Test
    void everyActionHasAName() {
        for (var action : KeyAction.values()) {
            assertThat(words.name(action)).isNotBlank();
        }
        for (var key : FixedKey.values()) {
            assertThat(words.name(key)).isNotBlank();
            for (var sends : SendKey.values()) {
                assertThat(words.line(key.stroke(sends))).isNotBlank();
            }
        }
    }

    @Test
    void aTabIsCalledByItsKeysAsLongAsThereAreAny() {
        var bindings = new KeyBindings(Optional.empty(), changed -> {});
        assertThat(words.tabLine(bindings, 7)).isEqualTo("Ctrl 7");
        assertThat(words.tabLine(bindings, 10)).isEmpty();
    }

    @Test
    void whatIsSaidOfKeysFollowsThem() {
        var bindings = new KeyBindings(Optional.empty(), changed -> {});
        var line = words.line(bindings, KeyAction.NEW_CHAT);
        assertThat(line.getValue()).isEqualTo("Ctrl N");
        bindings.bind(KeyAction.NEW_CHAT, KeyStroke.parse("Shortcut+J").orElseThrow());
        assertThat(line.getValue()).isEqualTo("Ctrl J");
    }

    private String line(String written) {
        return words.line(KeyStroke.parse(written).orElseThrow());
    }

    private static Optional<String> press(
            KeyCode code, boolean shift, boolean control, boolean alt, boolean meta) {
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, meta);
        return KeyPress.of(event).map(KeyStroke::written);
    }
}
