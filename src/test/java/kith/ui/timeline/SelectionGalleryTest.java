package kith.ui.timeline;

import javafx.scene.input.KeyCode;

import kith.model.Delivery;
import kith.model.TextRange;
import kith.ui.fx.FxThread;

import java.util.List;
import java.util.stream.Stream;

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
        FxThread.run(() -> view().mark(SelectionGalleryTest::found));
        settle();
        write("selection-found-" + look);
    }

    /// A word, and a part of what is in code.
    private static List<TextRange> found(String text) {
        return Stream.of("are", "f08", "over")
                .filter(text::contains)
                .map(word -> new TextRange(text.indexOf(word), text.indexOf(word) + word.length()))
                .toList();
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
