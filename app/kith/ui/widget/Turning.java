package kith.ui.widget;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.transform.Rotate;
import javafx.util.Duration;

import java.util.Optional;

/// The slow turn of a ring that says “still busy”.
///
/// Runs only while the node is in a scene, so that a forgotten ring costs nothing; stands still
/// where the desktop asks for reduced motion.
final class Turning {

    private static final Duration ROUND = Duration.millis(1200);

    private final Node node;
    private final Rotate rotate;

    /// Made when it turns for the first time: most rings never do.
    private Optional<Timeline> timeline = Optional.empty();

    private boolean wanted;

    /// @param pivot centre of the turn, the same in x and y, in the node's coordinates
    Turning(Node node, double pivot) {
        this.node = node;
        rotate = new Rotate(0, pivot, pivot);
        node.getTransforms().add(rotate);
        node.sceneProperty().subscribe(this::follow);
    }

    void run(boolean now) {
        wanted = now;
        follow();
    }

    private void follow() {
        if (wanted && node.getScene() != null && !Platform.getPreferences().isReducedMotion()) {
            timeline = timeline.or(() -> Optional.of(round()));
            timeline.get().play();
        } else {
            timeline.ifPresent(Timeline::stop);
            rotate.setAngle(0);
        }
    }

    private Timeline round() {
        var round =
                new Timeline(
                        new KeyFrame(
                                ROUND,
                                new KeyValue(rotate.angleProperty(), 360, Interpolator.LINEAR)));
        round.setCycleCount(Animation.INDEFINITE);
        return round;
    }
}
