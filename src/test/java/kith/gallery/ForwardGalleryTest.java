package kith.gallery;

import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;

import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

/// Choosing where a message is forwarded to, and what is told of it after.
class ForwardGalleryTest {

    private static final String FORWARDED =
            "Forwarded from layla, Friday, 20 November 2026, 09:02:\n"
                    + "> The proofs are ready, and the ink is dry.\n> See you on Friday 🎉";

    @Test
    void choosing() {
        take("forward", 1200, 780, _ -> {});
    }

    @Test
    void picked() {
        take("forward-picked", 1200, 780, ForwardGalleryTest::pickTwo);
    }

    @Test
    void pickedMirrored() {
        take(
                "forward-rtl",
                1200,
                780,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    pickTwo(window);
                });
    }

    @Test
    void narrow() {
        take("forward-narrow", 480, 480, ForwardGalleryTest::pickTwo);
    }

    @Test
    void told() {
        take(
                "forward-told",
                1200,
                780,
                window -> {
                    type(window, "jonas");
                    press(window, KeyCode.ENTER, false, false);
                });
    }

    private static void pickTwo(SampleWindow window) {
        press(window, KeyCode.ENTER, false, true);
        press(window, KeyCode.DOWN, false, false);
        press(window, KeyCode.ENTER, false, true);
    }

    private static void take(String name, int width, int height, Consumer<SampleWindow> then) {
        MainPictures.takeFramed(
                name,
                width,
                height,
                (window, frame) -> {
                    frame.forward(List.of(FORWARDED));
                    layOut(window);
                    then.accept(window);
                });
    }

    private static void type(SampleWindow window, String typed) {
        ((TextField) find(window, ".switcher .text-field")).setText(typed);
        layOut(window);
    }

    private static void press(SampleWindow window, KeyCode key, boolean shift, boolean control) {
        var target =
                window.scene().getFocusOwner() == null
                        ? window.scene().getRoot()
                        : window.scene().getFocusOwner();
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false));
        layOut(window);
    }
}
