package kith.ui.chats;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import kith.ui.widget.RowList;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Moves a pinned chat among the pinned with the pointer; a line shows where it will land.
final class PinDrag {

    /// How far the pointer moves before a press becomes a drag, in px.
    private static final double DRAG_START = 6;

    private final RowList<ChatItem> list;
    private final ChatActions actions;
    private final Region line = new Region();
    private Optional<ChatRow> pressed = Optional.empty();
    private double from;
    private boolean isUnderWay;
    private int before = -1;

    PinDrag(RowList<ChatItem> list, ChatActions actions) {
        this.list = list;
        this.actions = actions;
        line.getStyleClass().add("insertion");
        line.setManaged(false);
        line.setVisible(false);
        line.setMouseTransparent(true);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> drop());
    }

    /// The line, which lies over the list.
    Node line() {
        return line;
    }

    private void press(MouseEvent event) {
        pressed =
                cell(event)
                        .filter(_ -> event.getButton() == MouseButton.PRIMARY)
                        .flatMap(PinDrag::row)
                        .filter(ChatRow::isInPinned);
        from = event.getSceneY();
        isUnderWay = false;
    }

    private void drag(MouseEvent event) {
        if (pressed.isEmpty()
                || (!isUnderWay && Math.abs(event.getSceneY() - from) <= DRAG_START)) {
            return;
        }
        isUnderWay = true;
        cell(event).ifPresent(cell -> aim(cell, event));
        event.consume();
    }

    /// Beside the pinned, the place stays that was last.
    private void aim(ChatCell cell, MouseEvent event) {
        row(cell)
                .filter(ChatRow::isInPinned)
                .ifPresent(
                        row -> {
                            double y =
                                    cell.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
                            boolean isBelow = y > cell.getHeight() / 2;
                            before = actions.place(row) + (isBelow ? 1 : 0);
                            showLine(cell, isBelow ? cell.getHeight() : 0);
                        });
    }

    private void showLine(ChatCell cell, double edge) {
        var parent = line.getParent();
        var at = parent.sceneToLocal(cell.localToScene(0, edge));
        line.resizeRelocate(0, Math.max(0, at.getY() - 1), list.getWidth(), 2);
        line.toFront();
        line.setVisible(true);
    }

    private void drop() {
        if (isUnderWay && before >= 0) {
            pressed.ifPresent(row -> actions.moveBefore(row, before));
        }
        pressed = Optional.empty();
        isUnderWay = false;
        before = -1;
        line.setVisible(false);
    }

    private static Optional<ChatRow> row(ChatCell cell) {
        return cell.getItem() instanceof ChatRow row ? Optional.of(row) : Optional.empty();
    }

    private static Optional<ChatCell> cell(MouseEvent event) {
        @Nullable Node at = event.getPickResult().getIntersectedNode();
        while (at != null) {
            if (at instanceof ChatCell cell) {
                return Optional.of(cell);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
