package kith.ui.widget.emoji;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

/// The window that a picker is in, above all else. A click beside it closes it, and does nothing
/// else.
final class EmojiPopup extends PopupControl {

    /// From it to what it stands at, and to the edge of the window, in px.
    private static final double GAP = 4;

    private static final double MARGIN = 8;

    private final EmojiPicker picker;

    EmojiPopup(EmojiPicker picker) {
        this.picker = picker;
        setAutoHide(true);
        setHideOnEscape(false); // the picker does it
        setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        setSkin(new PickerSkin(this, picker));
        setOnShown(event -> picker.requestFocus());
    }

    /// Shows it over the end of the anchor, or under it where there is more room.
    void open(Region owner, Bounds anchor) {
        picker.setNodeOrientation(owner.getEffectiveNodeOrientation());
        show(owner, anchor.getMinX(), anchor.getMinY());
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        place(anchor, window(owner), owner.getEffectiveNodeOrientation());
    }

    private void place(Bounds anchor, Bounds window, NodeOrientation orientation) {
        double width = picker.getWidth();
        double height = picker.getHeight();
        double over = anchor.getMinY() - GAP - height;
        double under = anchor.getMaxY() + GAP;
        boolean isOver =
                over >= window.getMinY() + MARGIN || under + height > window.getMaxY() - MARGIN;
        double x =
                orientation == NodeOrientation.RIGHT_TO_LEFT
                        ? anchor.getMinX()
                        : anchor.getMaxX() - width;
        setAnchorX(within(x, width, window.getMinX(), window.getMaxX()));
        setAnchorY(within(isOver ? over : under, height, window.getMinY(), window.getMaxY()));
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

    /// There is nothing but the picker.
    private record PickerSkin(EmojiPopup popup, EmojiPicker picker) implements Skin<EmojiPopup> {

        @Override
        public EmojiPopup getSkinnable() {
            return popup;
        }

        @Override
        public Node getNode() {
            return picker;
        }

        @Override
        public void dispose() {
            // it holds on to nothing
        }
    }
}
