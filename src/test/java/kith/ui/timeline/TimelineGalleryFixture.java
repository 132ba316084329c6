package kith.ui.timeline;

import javafx.geometry.NodeOrientation;

import kith.gallery.Snapshots;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// The pictures of what a reader does in a talk: in light, in dark, and mirrored.
abstract class TimelineGalleryFixture extends TimelineFixture {

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

    private void take(String look, Appearance.Choice theme, NodeOrientation orientation) {
        talk();
        open();
        dress(theme, orientation);
        settle();
        take(look);
    }

    /// Says what is in the pictures.
    abstract void talk();

    /// Does what is in the pictures, and takes them.
    ///
    /// @param look what their names end in
    abstract void take(String look);

    /// Takes a picture of the window as it is now.
    void write(String name) {
        Snapshots.write(FxThread.call(() -> window().stage().getScene().snapshot(null)), name);
    }
}
