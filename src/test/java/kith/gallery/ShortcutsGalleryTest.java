package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
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
                    change(window, "New chat");
                });
    }

    @Test
    void shortcutsChangedAndRefused() {
        wide(
                "shortcuts-refused",
                SampleWorld::full,
                window -> {
                    show(window);
                    change(window, "New chat");
                    control(window, KeyCode.J);
                    change(window, "Join a room");
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

    private static void change(SampleWindow window, String name) {
        window.scene().getRoot().lookupAll(".shortcut").stream()
                .filter(node -> node.getAccessibleText().startsWith(name))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow()
                .fire();
    }
}
