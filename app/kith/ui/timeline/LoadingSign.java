package kith.ui.timeline;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import kith.ui.widget.BusyRing;

/// Says that the first messages are still being read. It shows only after a while: what comes
/// sooner needs no sign.
final class LoadingSign extends HBox {

    private static final Duration PATIENCE = Duration.millis(300);

    private final PauseTransition patience = new PauseTransition(PATIENCE);

    LoadingSign(String words) {
        super(new BusyRing(words), new Label(words));
        getStyleClass().add("loading-sign");
        setMouseTransparent(true);
        setVisible(false);
        patience.setOnFinished(event -> setVisible(true));
        patience.playFromStart();
    }

    /// Takes it away, also before it has shown.
    void stop() {
        patience.stop();
        setVisible(false);
    }
}
