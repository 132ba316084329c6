package kith.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/// The small mark behind an own message that says how far it has come.
public final class TickMark extends StackPane {

    private final IconView view;
    private TickShape shape;

    /// @param name what a screen reader says, such as “Delivered”
    public TickMark(TickShape shape, String name) {
        this(shape, 14, name);
    }

    /// @param size as in [IconView]
    public TickMark(TickShape shape, int size, String name) {
        this.shape = shape;
        view = new IconView(shape.icon(), size);
        getStyleClass().addAll("tick", shape.styleClass());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getChildren().add(view);
    }

    /// Shows another state.
    ///
    /// @param name what a screen reader says
    public void show(TickShape newest, String name) {
        getStyleClass().remove(shape.styleClass());
        getStyleClass().add(newest.styleClass());
        shape = newest;
        view.show(newest.icon());
        setAccessibleText(name);
    }
}
