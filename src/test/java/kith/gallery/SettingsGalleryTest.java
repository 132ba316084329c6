package kith.gallery;

import static kith.gallery.MainPictures.control;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import kith.ui.settings.Section;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The page of the settings.
class SettingsGalleryTest {

    @Test
    void appearance() {
        wide("settings", SampleWorld::full, SettingsGalleryTest::show);
    }

    @Test
    void writing() {
        wide(
                "settings-writing",
                SampleWorld::full,
                window -> {
                    show(window);
                    choose(window, Section.WRITING);
                });
    }

    @Test
    void notifications() {
        wide(
                "settings-notifications",
                SampleWorld::full,
                window -> {
                    show(window);
                    choose(window, Section.NOTIFICATIONS);
                });
    }

    @Test
    void pictures() {
        wide(
                "settings-pictures",
                SampleWorld::full,
                window -> {
                    show(window);
                    choose(window, Section.PICTURES);
                });
    }

    @Test
    void shortcuts() {
        wide(
                "settings-shortcuts",
                SampleWorld::full,
                window -> {
                    show(window);
                    choose(window, Section.SHORTCUTS);
                });
    }

    @Test
    void mirrored() {
        wide(
                "settings-rtl",
                SampleWorld::full,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    show(window);
                });
    }

    @Test
    void narrow() {
        take("settings-narrow", 480, 780, SampleWorld::full, SettingsGalleryTest::show);
    }

    @Test
    void theMenuThatLeadsThere() {
        wide(
                "settings-in-menu",
                SampleWorld::full,
                window -> {
                    press(window, ".profile-button");
                    layOut(window);
                });
    }

    private static void show(SampleWindow window) {
        control(window, KeyCode.COMMA);
        layOut(window);
        layOut(window); // once its width is known it arranges itself
    }

    private static void choose(SampleWindow window, Section section) {
        var all = window.scene().getRoot().lookupAll(".section-item").toArray(Node[]::new);
        ((ToggleButton) all[List.of(Section.values()).indexOf(section)]).fire();
        layOut(window);
    }
}
