package kith.ui.shell;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Whether somebody is at the window: it is on the screen, and was used a while ago at most.
///
/// FX thread only.
final class Activity {

    private static final long IDLE = TimeUnit.MINUTES.toNanos(5);

    private final Stage stage;
    private final Consumer<Boolean> told;
    private final LongSupplier nanos;
    private final PauseTransition pause = new PauseTransition();
    private long used;
    private boolean isActive = true;

    /// @param told hears of each change; at first it counts as active
    /// @param nanos a clock that never goes back
    Activity(Stage stage, Consumer<Boolean> told, LongSupplier nanos) {
        this.stage = stage;
        this.told = told;
        this.nanos = nanos;
        this.used = nanos.getAsLong();
        stage.addEventFilter(InputEvent.ANY, this::used);
        stage.focusedProperty().subscribe(this::lookAgain);
        stage.iconifiedProperty().subscribe(this::lookAgain);
        stage.showingProperty().subscribe(this::lookAgain);
        pause.setOnFinished(event -> look());
    }

    private void used(Event event) {
        used = nanos.getAsLong();
        if (!isActive) {
            look();
        }
    }

    private void lookAgain() {
        if (stage.isFocused()) {
            used = nanos.getAsLong();
        }
        look();
    }

    /// Finds out whether anything has changed.
    void look() {
        pause.stop();
        long left = IDLE - (nanos.getAsLong() - used);
        boolean isInSight = stage.isShowing() && !stage.isIconified();
        boolean isUsed = left > 0;
        if (isInSight && isUsed) {
            pause.setDuration(Duration.millis((double) TimeUnit.NANOSECONDS.toMillis(left) + 1));
            pause.play();
        }
        if (isActive != (isInSight && isUsed)) {
            isActive = !isActive;
            told.accept(isActive);
        }
    }
}
