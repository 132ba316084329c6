package kith.ui.timeline;

import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;

import kith.gallery.Snapshots;
import kith.model.Delivery;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Pictures of words that are selected from the keyboard, and of the caret.
class SelectionGalleryTest extends TimelineFixture {

    @Test
    void light() {
        take("light", Appearance.Choice.LIGHT, NodeOrientation.LEFT_TO_RIGHT);
    }

    @Test
    void dark() {
        take("dark", Appearance.Choice.DARK, NodeOrientation.LEFT_TO_RIGHT);
    }

    @Test
    void mirrored() {
        take("rtl", Appearance.Choice.LIGHT, NodeOrientation.RIGHT_TO_LEFT);
    }

    private void take(String name, Appearance.Choice theme, NodeOrientation orientation) {
        talk.theirs(
                        "09:04",
                        "> The proof is back\n\nand the colours are *spot on* 🎉 `#f08` all over")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟");
        open();
        FxThread.run(
                () -> {
                    var look = new Appearance();
                    look.choiceProperty().set(theme);
                    look.dress(window().stage().getScene(), "chat", "timeline");
                    view().setNodeOrientation(orientation);
                });
        settle();
        press(KeyCode.UP);
        select(KeyCode.LEFT, 4);
        write("selection-from-right-" + name);
        press(KeyCode.UP);
        press(KeyCode.LEFT);
        write("selection-caret-" + name);
        press(KeyCode.UP);
        press(KeyCode.LEFT);
        select(KeyCode.LEFT, 7);
        write("selection-blocks-" + name);
    }

    private void select(KeyCode key, int words) {
        robot.press(KeyCode.SHIFT, KeyCode.CONTROL);
        for (int word = 0; word < words; word++) {
            robot.type(key);
        }
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
    }

    private void write(String name) {
        Snapshots.write(FxThread.call(() -> window().stage().getScene().snapshot(null)), name);
    }
}
