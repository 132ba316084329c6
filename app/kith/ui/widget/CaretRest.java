package kith.ui.widget;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/// Lets the caret stand still after a while in which nobody did anything: to blink keeps the whole
/// toolkit awake, sixty times a second.
///
/// FX thread only.
public final class CaretRest {

    private static final Duration AFTER = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition pause = new PauseTransition(AFTER);
    private boolean isResting;

    private CaretRest(Scene scene) {
        this.scene = scene;
        pause.setOnFinished(event -> rest());
    }

    /// Does so in a scene from now on.
    public static void in(Scene scene) {
        var caret = new CaretRest(scene);
        scene.addEventFilter(InputEvent.ANY, caret::used);
        scene.focusOwnerProperty().subscribe(owner -> caret.wake());
    }

    private void used(Event event) {
        if (isResting) {
            blink(true);
        }
        wake();
    }

    private void wake() {
        isResting = false;
        pause.playFromStart();
    }

    private void rest() {
        isResting = true;
        blink(false);
    }

    private void blink(boolean isBlinking) {
        if (scene.getFocusOwner() instanceof TextInputControl field
                && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(isBlinking);
        }
    }
}
