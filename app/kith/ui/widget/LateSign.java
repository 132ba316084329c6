package kith.ui.widget;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import java.util.List;
import java.util.function.Supplier;

/// Says that something is on its way, such as with a [BusyRing], but only after a while: what comes
/// sooner needs no sign. Taken out of its window before that it stays empty.
public final class LateSign extends HBox {

    private static final Duration PATIENCE = Duration.millis(300);

    /// @param parts makes what is shown then
    public LateSign(Supplier<? extends List<? extends Node>> parts) {
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        var patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(
                event -> {
                    if (getScene() != null) {
                        getChildren().setAll(parts.get());
                    }
                });
        patience.play();
    }
}
