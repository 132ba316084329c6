package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;

import kith.ui.fx.FxThread;
import kith.ui.timeline.TimelineView;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The eye of somebody who reads one message in their window: where it stands in each frame that is
/// drawn.
final class KithGaze {

    /// Cells lie on whole pixels.
    private static final double STILL = 1;

    private final KithWindow window;
    private final Function<List<String>, Optional<String>> choice;
    private final Scene scene;

    /// Part of what a screen reader says of the message.
    private volatile Optional<String> part = Optional.empty();

    /// In px from the top of the window; none where it isn't there.
    private final List<Optional<Double>> places = new CopyOnWriteArrayList<>();

    private final Runnable look = this::look;

    /// Looks from now on.
    ///
    /// @param part of what a screen reader says of the message
    KithGaze(KithWindow window, String part) {
        this(window, _ -> Optional.of(part));
        FxThread.run(this::look);
    }

    /// Looks from the frame on in which there is something to look at.
    ///
    /// @param choice asked after each layout, with what a screen reader says of the messages in
    ///   sight, from top to bottom, until it gives a part of one; on the FX thread
    KithGaze(KithWindow window, Function<List<String>, Optional<String>> choice) {
        this.window = window;
        this.choice = choice;
        scene = window.find(TimelineView.class::isInstance).map(Node::getScene).orElseThrow();
        FxThread.run(() -> scene.addPostLayoutPulseListener(look));
    }

    /// Waits until there is something to look at.
    void awaitBegun() {
        window.awaitShown("something to read", () -> !places.isEmpty());
    }

    /// Ends, and says that the message has stood still in all frames.
    void wasStill() {
        window.awaitFrame();
        FxThread.run(() -> scene.removePostLayoutPulseListener(look));
        double first = places.getFirst().orElseThrow();
        assertThat(places.stream().distinct())
                .as("where “%s” stands", part.orElseThrow())
                .allMatch(place -> place.filter(y -> Math.abs(y - first) <= STILL).isPresent());
    }

    private void look() {
        if (part.isEmpty()) {
            part = choice.apply(window.sight().messages());
        }
        part.ifPresent(
                it ->
                        places.add(
                                Shown.find(scene, KithPointer.message(it))
                                        .map(row -> row.localToScene(0, 0).getY())));
    }
}
