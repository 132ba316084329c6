package kith.ui.widget;

import javafx.animation.PauseTransition;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A [BusyRing] that shows itself only after a while: what comes sooner needs no sign.
public final class LateRing extends StackPane {

    private static final Duration PATIENCE = Duration.millis(300);

    /// @param name what a screen reader says, such as “Loading earlier messages”
    public LateRing(String name) {
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(
                event -> {
                    if (getScene() != null) {
                        getChildren().add(new BusyRing(name));
                    }
                });
        patience.play();
    }
}
