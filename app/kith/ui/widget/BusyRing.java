package kith.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;

/// A turning quarter of a ring: something is on its way and takes a moment.
///
/// What it is waiting for stands beside it in words; show both only after 300 ms.
public final class BusyRing extends Region {

    private final Arc arc = new Arc(0, 0, 0, 0, 90, 100);

    /// @param name what a screen reader says, such as “Loading earlier messages”
    public BusyRing(String name) {
        getStyleClass().add("busy-ring");
        arc.getStyleClass().add("arc");
        arc.setManaged(false);
        getChildren().add(arc);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(name);
        new Turning(arc, 0).run(true);
    }

    @Override
    protected void layoutChildren() {
        arc.setRadiusX(getWidth() / 2 - 1);
        arc.setRadiusY(getHeight() / 2 - 1);
        arc.relocate(0, 0);
        arc.setLayoutX(getWidth() / 2);
        arc.setLayoutY(getHeight() / 2);
    }
}
