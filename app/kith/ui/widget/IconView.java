package kith.ui.widget;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// An icon of the set in one of the sizes of the grid, in the looked-up colour `-icon` of the place
/// where it stands.
///
/// It has no name of its own: what it says in words is said by the control around it, or with
/// [#setAccessibleText].
public final class IconView extends Region {

    /// Marks the corners of the grid, so that the region scales the grid and not the drawn part.
    private static final String GRID = "M0 0ZM24 24Z";

    private final SVGPath outline = new SVGPath();

    /// @param size in px at a text size of 14: 13, 14, 16, 18, 20, 22, 24 or 32
    public IconView(Icon icon, int size) {
        getStyleClass().addAll("icon", "icon-" + size);
        setShape(outline);
        setMouseTransparent(true);
        show(icon);
    }

    /// Replaces the picture.
    public void show(Icon icon) {
        outline.setContent(GRID + icon.path());
        setNodeOrientation(
                icon.isDirectional() ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
    }
}
