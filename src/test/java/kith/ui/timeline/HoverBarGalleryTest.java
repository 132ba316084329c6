package kith.ui.timeline;

import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyCode;

import kith.gallery.Snapshots;
import kith.model.Delivery;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Pictures of the bar above a message, under the pointer and where the keyboard is.
class HoverBarGalleryTest extends TimelineFixture {

    @Override
    boolean takesReplies() {
        return true;
    }

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

    @Test
    void narrow() {
        talk();
        open();
        FxThread.run(() -> window().stage().setWidth(360));
        FxThread.run(() -> view().setNarrow(true));
        settle();
        hover(1);
        write("hover-bar-narrow");
    }

    private void take(String name, Appearance.Choice theme, NodeOrientation orientation) {
        talk();
        open();
        FxThread.run(
                () -> {
                    var look = new Appearance();
                    look.choiceProperty().set(theme);
                    look.dress(window().stage().getScene(), "chat", "timeline");
                    view().setNodeOrientation(orientation);
                });
        settle();
        hover(2);
        write("hover-bar-" + name);
        hover(0);
        write("hover-bar-short-" + name);
        robot.moveTo(window().stage().getX() + 900, window().stage().getY() + 20);
        press(KeyCode.UP);
        press(KeyCode.UP);
        write("hover-bar-focus-" + name);
    }

    private void talk() {
        talk.theirs("09:03", "a")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .react(2, "🎉", talk.messages().getFirst().author());
    }

    private void hover(int row) {
        robot.moveTo(FxThread.call(() -> rows().get(row).bubble()));
        settle();
    }

    private void write(String name) {
        Snapshots.write(FxThread.call(() -> window().stage().getScene().snapshot(null)), name);
    }
}
