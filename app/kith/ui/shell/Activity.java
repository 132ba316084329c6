package kith.ui.shell;

import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Whether somebody is at the window: it is on the screen, and was used a while ago at most. It
/// waits without an animation, which would keep the toolkit awake.
///
/// FX thread only.
final class Activity {

    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Stage stage;
    private final List<Stage> others = new ArrayList<>();
    private final Consumer<Boolean> told;
    private final LongSupplier nanos;
    private final Timer timer;
    private final Lane fx;
    private Subscription alarm = () -> {};
    private long used;
    private boolean isActive = true;

    /// @param told hears of each change; at first it counts as active
    /// @param nanos a clock that never goes back
    /// @param fx the FX lane
    Activity(Stage stage, Consumer<Boolean> told, LongSupplier nanos, Timer timer, Lane fx) {
        this.stage = stage;
        this.told = told;
        this.nanos = nanos;
        this.timer = timer;
        this.fx = fx;
        this.used = nanos.getAsLong();
        stage.addEventFilter(InputEvent.ANY, this::used);
        stage.focusedProperty().subscribe(this::lookAgain);
        stage.iconifiedProperty().subscribe(this::lookAgain);
        stage.showingProperty().subscribe(this::lookAgain);
    }

    /// Somebody who is at that window is here, too.
    void alsoIn(Stage other) {
        others.add(other);
        other.addEventFilter(InputEvent.ANY, this::used);
        other.focusedProperty().subscribe(this::lookAgain);
        other.iconifiedProperty().subscribe(this::lookAgain);
        other.setOnHidden(
                event -> {
                    others.remove(other);
                    look();
                });
    }

    private void used(Event event) {
        used = nanos.getAsLong();
        if (!isActive) {
            look();
        }
    }

    private void lookAgain() {
        if (stage.isFocused() || others.stream().anyMatch(Stage::isFocused)) {
            used = nanos.getAsLong();
        }
        look();
    }

    private void look() {
        alarm.close();
        var left = IDLE.minusNanos(nanos.getAsLong() - used);
        boolean isInSight = isInSight(stage) || others.stream().anyMatch(Activity::isInSight);
        boolean isUsed = left.isPositive();
        if (isInSight && isUsed) {
            alarm = timer.after(left.plusMillis(1), () -> fx.execute(this::look));
        }
        if (isActive != (isInSight && isUsed)) {
            isActive = !isActive;
            told.accept(isActive);
        }
    }

    private static boolean isInSight(Stage window) {
        return window.isShowing() && !window.isIconified();
    }
}
