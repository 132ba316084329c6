package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

class SearchFieldTest {

    @Test
    void showsItsShortcutWhileItIsEmpty() {
        FxThread.run(
                () -> {
                    var field = new SearchField("Filter", "Clear").withShortcut("Ctrl K");
                    assertThat(field.getRight()).isInstanceOf(KeyCap.class);
                    field.setText("lay");
                    assertThat(field.getRight()).isInstanceOf(IconButton.class);
                });
    }

    @Test
    void buttonClearsIt() {
        FxThread.run(
                () -> {
                    var field = new SearchField("Filter", "Clear");
                    field.setText("lay");
                    ((IconButton) field.getRight()).fire();
                    assertThat(field.getText()).isEmpty();
                });
    }

    @Test
    void escapeClearsItAndOnlyThenGoesOn() {
        FxThread.run(
                () -> {
                    var field = new SearchField("Filter", "Clear");
                    field.setText("lay");
                    Event.fireEvent(field, escape());
                    assertThat(field.getText()).isEmpty();
                    var second = escape();
                    Event.fireEvent(field, second);
                    assertThat(second.isConsumed()).isFalse();
                });
    }

    private static KeyEvent escape() {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
    }
}
