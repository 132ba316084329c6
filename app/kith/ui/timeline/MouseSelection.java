package kith.ui.timeline;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineRow.Bubble;

import org.fxmisc.flowless.VirtualFlow;

import java.util.Optional;

/// What the mouse selects in a timeline: in one message its words, from one message to another
/// whole messages. At the upper and lower edge a drag scrolls on, until the button is let go, the
/// mouse comes back, or there is no more.
final class MouseSelection {

    /// So near to an edge, in px, or beyond, the mouse is at it.
    private static final double EDGE = 8;

    private final TimelineView view;
    private final TimelineViewModel model;
    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final ReadingPlace place;
    private final TextSelection selection;
    private final Picks picks;
    private final Runnable draw;
    private final EdgeScroll edge = new EdgeScroll(this::scrollBy);

    /// The message that the button was pressed on.
    private Optional<Bubble> pressed = Optional.empty();

    private Point2D at = Point2D.ZERO;
    private boolean hasMoved;

    /// @param draw draws what is picked and selected now
    MouseSelection(
            TimelineView view,
            TimelineViewModel model,
            VirtualFlow<TimelineRow, TimelineCell> flow,
            ReadingPlace place,
            TextSelection selection,
            Picks picks,
            Runnable draw) {
        this.view = view;
        this.model = model;
        this.flow = flow;
        this.place = place;
        this.selection = selection;
        this.picks = picks;
        this.draw = draw;
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> edge.stop());
        view.sceneProperty().subscribe(edge::stop);
    }

    /// The button goes down. With a key held, the message under the pointer is picked, or all up to
    /// it.
    void pressed(MouseEvent event) {
        edge.stop();
        hasMoved = false;
        pressed = TimelineInput.messageAt(event.getTarget());
        if (pressed.isPresent() && event.isShortcutDown()) {
            picks.toggle(pressed.get());
            selection.clear();
        } else if (pressed.isPresent() && event.isShiftDown()) {
            picks.extendTo(pressed.get());
            selection.clear();
        } else {
            picks.clear();
            pressed.ifPresent(picks::beginAt);
            select(event);
        }
        draw.run();
    }

    /// A word by a double click, all by a triple click.
    private void select(MouseEvent event) {
        selection.clear();
        var bubble =
                TimelineInput.around(event.getTarget())
                        .filter(BubbleNode.class::isInstance)
                        .findFirst();
        var row =
                TimelineInput.rowAt(event.getTarget())
                        .filter(it -> bubble.isPresent())
                        .filter(BubbleRow.class::isInstance)
                        .map(BubbleRow.class::cast);
        if (row.isEmpty()) {
            return;
        }
        var text = row.get().bubble().text();
        var letters = text.letters();
        int place = text.place(event.getSceneX(), event.getSceneY());
        switch (event.getClickCount()) {
            case 1 -> selection.begin(row.get(), place);
            case 2 -> {
                var word = TextSteps.around(letters, place);
                selection.select(row.get(), word.start(), word.end(), false);
            }
            default -> selection.select(row.get(), 0, letters.length(), false);
        }
    }

    /// Also where the row that the button was pressed on has gone out of sight: JavaFX tells what
    /// that was in.
    private void dragged(MouseEvent event) {
        if (!event.isPrimaryButtonDown()) {
            return;
        }
        at = new Point2D(event.getSceneX(), event.getSceneY());
        hasMoved |= !event.isStillSincePress();
        double y = view.sceneToLocal(at).getY();
        boolean isInside = y >= 0 && y < view.getHeight();
        extend(
                isInside
                        ? TimelineInput.messageAt(event.getPickResult().getIntersectedNode())
                        : messageAtEdge());
        if (hasMoved && pressed.isPresent()) {
            edge.aim(y < EDGE ? -1 : y >= view.getHeight() - EDGE ? 1 : 0);
        }
    }

    /// From one message to another it is the messages that are picked, in one its words.
    private void extend(Optional<Bubble> to) {
        var from = pressed.map(Bubble::message);
        boolean isInOne = to.isEmpty() || from.isEmpty() || from.equals(to.map(Bubble::message));
        if (!isInOne) {
            selection.collapse();
            picks.extendTo(to.get());
        } else if (to.isPresent() && !picks.isEmpty()) {
            picks.beginAt(to.get());
        }
        if (picks.isEmpty() && hasMoved) { // else a double click would lose its word
            var clamped = inView();
            selection.extendTo(clamped.getX(), clamped.getY());
        }
        draw.run();
    }

    /// One step at the edge.
    private boolean scrollBy(double pixels) {
        boolean isThere = view.getScene() != null && pressed.filter(this::isHeld).isPresent();
        if (!isThere) {
            return false;
        }
        extend(messageAtEdge());
        if (isAtEnd(pixels < 0)) {
            return false;
        }
        place.scrolled();
        flow.scrollYBy(pixels);
        return true;
    }

    private boolean isHeld(Bubble message) {
        MessageKey key = message.message();
        return model.rows().stream().anyMatch(row -> row.key().equals(key));
    }

    private boolean isAtEnd(boolean isUpper) {
        if (!isUpper) {
            return place.isFollowing() && !model.hasNewer();
        }
        boolean isFirstWhole =
                flow.getFirstVisibleIndex() == 0
                        && flow.getCellIfVisible(0)
                                .filter(cell -> cell.node().getLayoutY() >= 0)
                                .isPresent();
        return isFirstWhole && !model.hasOlder();
    }

    /// The mouse, or the place of the edge that is next to it, in the scene.
    private Point2D inView() {
        double y = view.sceneToLocal(at).getY();
        double inside = Math.clamp(y, 1, Math.max(1, view.getHeight() - 1));
        return at.add(0, inside - y);
    }

    private Optional<Bubble> messageAtEdge() {
        double y = inView().getY();
        return flow.visibleCells().stream()
                .map(TimelineCell::node)
                .filter(row -> spans(row, y))
                .flatMap(row -> TimelineInput.messageAt(row).stream())
                .findFirst();
    }

    private static boolean spans(Node row, double sceneY) {
        var bounds = row.localToScene(row.getLayoutBounds());
        return bounds.getMinY() <= sceneY && sceneY < bounds.getMaxY();
    }
}
