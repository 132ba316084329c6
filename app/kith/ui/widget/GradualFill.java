package kith.ui.widget;

import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Window;

import java.util.Optional;

/// Makes the cells of a list that is in a window a few with each frame, from the top, until there
/// are enough to fill it.
///
/// Each is made, and styled, with the row that it shows first, which takes a few milliseconds: all
/// of them in one frame hold the window up. A list in no window, as one that is laid out for a
/// picture, is filled at once. FX thread only.
final class GradualFill {

    /// So many with each frame.
    private static final int STEP = 4;

    /// Of a row, in px, as long as there is none.
    private static final double HEIGHT = 40;

    private final ListView<?> list;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop(); // where nobody lays it out any more, that was the last
                    list.requestLayout();
                }
            };

    /// How many cells there were at the last limit: where no more come, there is none.
    private int before = -1;

    GradualFill(ListView<?> list) {
        this.list = list;
    }

    /// Gives the rows no more room than there are cells for, and a few. At each layout of the list,
    /// before that of its rows.
    void limit() {
        if (isShowing() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            int cells = cells(flow);
            double height = (cells + STEP) * rowHeight(flow);
            if (cells > before && cells < list.getItems().size() && height < flow.getHeight()) {
                before = cells;
                flow.resize(flow.getWidth(), height);
                frames.start();
                return;
            }
        }
        before = -1;
    }

    private boolean isShowing() {
        return list.getScene() != null
                && Optional.ofNullable(list.getScene().getWindow())
                        .filter(Window::isShowing)
                        .isPresent();
    }

    private static int cells(VirtualFlow<?> flow) {
        return flow.lookup(".sheet") instanceof Parent sheet
                ? sheet.getChildrenUnmodifiable().size()
                : 0;
    }

    private double rowHeight(VirtualFlow<?> flow) {
        if (list.getFixedCellSize() > 0) {
            return list.getFixedCellSize();
        }
        return Optional.ofNullable(flow.getFirstVisibleCell())
                .map(cell -> cell.getHeight())
                .filter(height -> height > 0)
                .orElse(HEIGHT);
    }
}
