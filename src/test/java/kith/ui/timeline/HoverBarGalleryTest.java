package kith.ui.timeline;

import javafx.scene.input.KeyCode;

import kith.model.Delivery;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Pictures of the bar above a message, under the pointer and where the keyboard is.
class HoverBarGalleryTest extends TimelineGalleryFixture {

    @Override
    boolean takesReplies() {
        return true;
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

    @Override
    void take(String look) {
        hover(2);
        write("hover-bar-" + look);
        hover(0);
        write("hover-bar-short-" + look);
        robot.moveTo(window().stage().getX() + 900, window().stage().getY() + 20);
        press(KeyCode.UP);
        press(KeyCode.UP);
        write("hover-bar-focus-" + look);
    }

    @Override
    void talk() {
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
}
