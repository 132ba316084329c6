package kith.ui.widget;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;

/// Where a popover stands at what it is for: over the end of that, or under it where there is more
/// room, and always inside the window.
public final class PopupPlace {

    /// From it to what it stands at, and to the edge of the window, in px.
    private static final double GAP = 4;

    private static final double MARGIN = 8;

    private PopupPlace() {}

    /// Moves a popup there whose content is laid out.
    ///
    /// @param anchor what it is for, on the screen
    public static void place(PopupWindow popup, Region content, Region owner, Bounds anchor) {
        var window = window(owner);
        double width = content.getWidth();
        double height = content.getHeight();
        double over = anchor.getMinY() - GAP - height;
        double under = anchor.getMaxY() + GAP;
        boolean isOver =
                over >= window.getMinY() + MARGIN || under + height > window.getMaxY() - MARGIN;
        double x =
                owner.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                        ? anchor.getMinX()
                        : anchor.getMaxX() - width;
        popup.setAnchorX(within(x, width, window.getMinX(), window.getMaxX()));
        popup.setAnchorY(within(isOver ? over : under, height, window.getMinY(), window.getMaxY()));
    }

    /// As near as it is inside; in the middle where there is no room.
    private static double within(double at, double size, double from, double to) {
        double last = to - MARGIN - size;
        return last < from + MARGIN ? (from + to - size) / 2 : Math.clamp(at, from + MARGIN, last);
    }

    private static Bounds window(Region owner) {
        var window = owner.getScene().getWindow();
        return new BoundingBox(
                window.getX() + owner.getScene().getX(),
                window.getY() + owner.getScene().getY(),
                owner.getScene().getWidth(),
                owner.getScene().getHeight());
    }
}
