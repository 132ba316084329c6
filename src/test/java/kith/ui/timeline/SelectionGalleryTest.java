package kith.ui.timeline;

import javafx.scene.input.KeyCode;

import kith.model.Delivery;

/// Pictures of words that are selected from the keyboard, and of the caret.
class SelectionGalleryTest extends TimelineGalleryFixture {

    @Override
    void talk() {
        talk.theirs(
                        "09:04",
                        "> The proof is back\n\nand the colours are *spot on* 🎉 `#f08` all over")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟");
    }

    @Override
    void take(String look) {
        press(KeyCode.UP);
        select(KeyCode.LEFT, 4);
        write("selection-from-right-" + look);
        press(KeyCode.UP);
        press(KeyCode.LEFT);
        write("selection-caret-" + look);
        press(KeyCode.UP);
        press(KeyCode.LEFT);
        select(KeyCode.LEFT, 7);
        write("selection-blocks-" + look);
    }

    private void select(KeyCode key, int words) {
        robot.press(KeyCode.SHIFT, KeyCode.CONTROL);
        for (int word = 0; word < words; word++) {
            robot.type(key);
        }
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
    }
}
