package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

import kith.ui.fx.FxThread;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The eye of somebody who reads one message in their window: where it stands in each frame that is
/// drawn.
final class KithGaze {

    /// Cells lie on whole pixels.
    private static final double STILL = 1;

    private final KithWindow window;
    private final String part;
    private final Scene scene;

    /// In px from the top of the window; none where it isn't there.
    private final List<Optional<Double>> places = new CopyOnWriteArrayList<>();

    private final Runnable look = this::look;

    /// Looks from now on.
    ///
    /// @param part of what a screen reader says of the message
    KithGaze(KithWindow window, String part) {
        this.window = window;
        this.part = part;
        window.awaitMessage(part);
        scene = window.find(KithPointer.message(part)).map(Node::getScene).orElseThrow();
        FxThread.run(
                () -> {
                    look();
                    scene.addPostLayoutPulseListener(look);
                });
    }

    /// Ends, and says that the message has stood still in all frames.
    void wasStill() {
        int before = places.size();
        FxThread.run(Platform::requestNextPulse);
        window.awaitShown("another frame", () -> places.size() > before);
        FxThread.run(() -> scene.removePostLayoutPulseListener(look));
        double first = places.getFirst().orElseThrow();
        assertThat(places.stream().distinct())
                .as("where “%s” stands", part)
                .allMatch(place -> place.filter(y -> Math.abs(y - first) <= STILL).isPresent());
    }

    private void look() {
        places.add(
                Shown.find(scene, KithPointer.message(part))
                        .map(row -> row.localToScene(0, 0).getY()));
    }
}
