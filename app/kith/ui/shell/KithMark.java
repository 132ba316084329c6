package kith.ui.shell;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The mark of Kith, drawn.
final class KithMark extends Region {

    private static final double GRID = 128;

    private final Scale scale = new Scale(1, 1, 0, 0);

    /// @param size in px at a text size of 14: 64 or 72
    KithMark(int size) {
        getStyleClass().addAll("kith-mark", "kith-mark-" + size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Kith");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // a letter is not mirrored
        setMouseTransparent(true);
        add(
                "ground",
                "M38 4h52a34 34 0 0 1 34 34v52a34 34 0 0 1-34 34H12a8 8 0 0 1-8-8V38A34 34 0 0 1 38"
                        + " 4Z");
        add("letter", "M42 33v62M89 95 58 66l13-13");
        var dot = new Circle(89.5, 34.5, 12.5);
        dot.getStyleClass().add("dot");
        dot.setManaged(false);
        dot.getTransforms().add(scale);
        getChildren().add(dot);
    }

    private void add(String styleClass, String content) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
    }

    @Override
    protected void layoutChildren() {
        scale.setX(getWidth() / GRID);
        scale.setY(getWidth() / GRID);
    }
}
