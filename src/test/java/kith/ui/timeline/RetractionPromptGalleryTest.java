package kith.ui.timeline;

import javafx.geometry.NodeOrientation;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import kith.gallery.Snapshots;
import kith.model.Delivery;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Locale;

/// Pictures of what asks whether a message is really to be taken back.
class RetractionPromptGalleryTest extends TimelineFixture {

    @Test
    void light() {
        take(Appearance.Choice.LIGHT, NodeOrientation.LEFT_TO_RIGHT, 14);
    }

    @Test
    void dark() {
        take(Appearance.Choice.DARK, NodeOrientation.LEFT_TO_RIGHT, 14);
    }

    @Test
    void mirrored() {
        take(Appearance.Choice.LIGHT, NodeOrientation.RIGHT_TO_LEFT, 14);
    }

    @Test
    void large() {
        take(Appearance.Choice.LIGHT, NodeOrientation.LEFT_TO_RIGHT, 20);
    }

    private void take(Appearance.Choice theme, NodeOrientation orientation, int size) {
        talk.mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .withLastingIds();
        open();
        dress(theme, orientation);
        FxThread.run(() -> view().getScene().getRoot().setStyle("-fx-font-size: " + size + "px"));
        press(javafx.scene.input.KeyCode.END);
        FxThread.run(() -> view().retract());
        settle();
        var name = "retraction-prompt-%s-%s-%s".formatted(theme, orientation, size);
        Snapshots.write(
                FxThread.call(() -> popup().getScene().snapshot(null)),
                name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Window popup() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow();
    }
}
