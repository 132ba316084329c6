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

/// The slow turn of a ring that says “still busy”.
///
/// Runs only while the node is in a scene, so that a forgotten ring costs nothing; stands still
/// where the desktop asks for reduced motion.
final class Turning {

    private static final Duration ROUND = Duration.millis(1200);

    private final Node node;
    private final Rotate rotate;
    private final Timeline timeline;
    private boolean wanted;

    /// @param pivot centre of the turn, the same in x and y, in the node's coordinates
    Turning(Node node, double pivot) {
        this.node = node;
        rotate = new Rotate(0, pivot, pivot);
        timeline =
                new Timeline(
                        new KeyFrame(
                                ROUND,
                                new KeyValue(rotate.angleProperty(), 360, Interpolator.LINEAR)));
        timeline.setCycleCount(Animation.INDEFINITE);
        node.getTransforms().add(rotate);
        node.sceneProperty().subscribe(this::follow);
    }

    void run(boolean now) {
        wanted = now;
        follow();
    }

    private void follow() {
        if (wanted && node.getScene() != null && !Platform.getPreferences().isReducedMotion()) {
            timeline.play();
        } else {
            timeline.stop();
            rotate.setAngle(0);
        }
    }
}
