package kith.ui.timeline;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.util.Duration;

/// The band behind the message that the reader was taken to.
final class HitBand {

    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final Duration TIME = Duration.millis(1_200);

    private HitBand() {}

    /// Shows it for a moment.
    static void show(ColumnRow row) {
        row.pseudoClassStateChanged(HIT, true);
        var rest = new PauseTransition(TIME);
        rest.setOnFinished(end -> row.pseudoClassStateChanged(HIT, false));
        rest.play();
    }
}
