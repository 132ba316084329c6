package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// The list of shortcuts in its states.
class ShortcutsGalleryTest {

    @Test
    void shortcuts() {
        wide("shortcuts", SampleWorld::full, ShortcutsGalleryTest::show);
    }

    @Test
    void shortcutsMirrored() {
        wide(
                "shortcuts-rtl",
                SampleWorld::full,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    show(window);
                });
    }

    @Test
    void shortcutsAwaitingKeys() {
        wide(
                "shortcuts-awaiting",
                SampleWorld::full,
                window -> {
                    show(window);
                    change(window, 9);
                });
    }

    @Test
    void shortcutsChangedAndRefused() {
        wide(
                "shortcuts-refused",
                SampleWorld::full,
                window -> {
                    show(window);
                    change(window, 9);
                    control(window, KeyCode.J);
                    change(window, 10);
                    control(window, KeyCode.W);
                });
    }

    @Test
    void shortcutsNarrow() {
        take("shortcuts-narrow", 480, 640, SampleWorld::full, ShortcutsGalleryTest::show);
    }

    private static void show(SampleWindow window) {
        control(window, KeyCode.SLASH);
        layOut(window);
    }

    private static void change(SampleWindow window, int index) {
        var all = window.scene().getRoot().lookupAll(".shortcut").toArray(Node[]::new);
        ((ButtonBase) all[index]).fire();
    }
}
