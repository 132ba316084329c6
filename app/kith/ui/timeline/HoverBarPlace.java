package kith.ui.timeline;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

import java.util.Optional;
import java.util.function.Supplier;

/// Where the bar is: at the message under the pointer, else at the one that the keyboard is at.
///
/// Scrolling and dragging take it away until the pointer moves again in a timeline at rest: then it
/// isn't in the way, and costs nothing.
final class HoverBarPlace {

    /// From the last step of scrolling until it is over.
    private static final Duration REST = Duration.millis(200);

    private final TimelineView view;
    private final HoverBar bar;
    private final Supplier<Optional<BubbleRow>> focused;
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<BubbleRow> hovered = Optional.empty();
    private Optional<Bounds> hoveredAt = Optional.empty();
    private boolean isScrolling;

    /// @param focused the message that the keyboard is at, if it is in the timeline
    HoverBarPlace(TimelineView view, HoverBar bar, Supplier<Optional<BubbleRow>> focused) {
        this.view = view;
        this.bar = bar;
        this.focused = focused;
        view.getChildren().add(bar);
        rest.setOnFinished(event -> rested());
        view.addEventFilter(ScrollEvent.ANY, event -> scrolled());
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> leave());
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> exited());
    }

    /// Looks where it belongs, after something has moved.
    void look() {
        if (hovered.isPresent() && !hoveredAt.equals(hovered.flatMap(this::bounds))) {
            hovered = Optional.empty(); // it has gone from under the pointer
        }
        var row =
                isScrolling
                        ? Optional.<BubbleRow>empty()
                        : hovered.or(focused).filter(each -> bar.fits(each.row()));
        var bounds = row.flatMap(this::bounds);
        if (row.isPresent() && bounds.isPresent()) {
            bar.show(row.get(), bounds.get(), view.getWidth());
        } else if (bar.isVisible()) {
            bar.hide();
        }
    }

    private void moved(MouseEvent event) {
        boolean isOnBar = TimelineInput.around(event.getTarget()).anyMatch(bar::equals);
        if (isScrolling || isOnBar || event.isSynthesized()) { // a finger has nothing to hover with
            return;
        }
        var row =
                TimelineInput.around(event.getTarget())
                        .filter(BubbleRow.class::isInstance)
                        .map(BubbleRow.class::cast)
                        .findFirst();
        if (!row.equals(hovered)) {
            hovered = row;
            hoveredAt = row.flatMap(this::bounds);
            look();
        }
    }

    private void exited() {
        hovered = Optional.empty();
        look();
    }

    private void scrolled() {
        isScrolling = true;
        rest.playFromStart();
        leave();
    }

    private void leave() {
        hovered = Optional.empty();
        bar.hide();
    }

    private void rested() {
        isScrolling = false;
        look();
    }

    /// Where the bubble is in the timeline; empty where it isn't in sight.
    private Optional<Bounds> bounds(BubbleRow row) {
        var bubble = row.bubble();
        if (bubble.getScene() == null || !row.isVisible()) {
            return Optional.empty();
        }
        var bounds = view.sceneToLocal(bubble.localToScene(bubble.getLayoutBounds()));
        boolean isInSight = bounds.getMaxY() > 0 && bounds.getMinY() < view.getHeight();
        return isInSight ? Optional.of(bounds) : Optional.empty();
    }
}
