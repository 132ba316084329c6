package kith.ui.widget;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

import java.util.Optional;

/// Whether somebody is there, as a small shape in a colour.
///
/// Stands alone in lists and menus, or at the corner of an [Avatar].
public final class PresenceMark extends Region {

    private static final double GRID = 12;

    private final SVGPath body = new SVGPath();
    private final Scale scale = new Scale();

    /// What is cut into the body; made for the first shape that has something there.
    private Optional<SVGPath> glyph = Optional.empty();

    /// Made when it turns for the first time.
    private Optional<Turning> turning = Optional.empty();

    private PresenceShape shape = PresenceShape.OFFLINE;

    /// A mark of its own size.
    ///
    /// @param size in px at a text size of 14: 9, 12 or 16
    /// @param name what a screen reader says, such as “Away”
    public PresenceMark(PresenceShape shape, int size, String name) {
        this();
        getStyleClass().add("presence-" + size);
        show(shape, name);
    }

    /// A mark whose size is its parent's matter.
    PresenceMark() {
        getStyleClass().add("presence-mark");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // hands of a clock don't turn round
        setMouseTransparent(true);
        body.getStyleClass().add("body");
        body.setManaged(false);
        scale.setPivotX(0);
        scale.setPivotY(0);
        body.getTransforms().add(scale);
        getChildren().add(body);
    }

    /// Shows another presence.
    ///
    /// @param name what a screen reader says
    public void show(PresenceShape newest, String name) {
        setAccessibleText(name);
        getStyleClass().remove(shape.styleClass());
        getStyleClass().add(newest.styleClass());
        shape = newest;
        body.setContent(newest.body());
        if (glyph.isEmpty() && !newest.glyph().isEmpty()) {
            addGlyph();
        }
        glyph.ifPresent(shown -> shown.setContent(newest.glyph()));
        boolean isTurning = newest == PresenceShape.CONNECTING;
        if (turning.isEmpty() && isTurning) {
            turning = Optional.of(new Turning(body, GRID / 2));
        }
        turning.ifPresent(turn -> turn.run(isTurning));
    }

    private void addGlyph() {
        var made = new SVGPath();
        made.getStyleClass().add("glyph");
        made.setManaged(false);
        made.getTransforms().add(scale);
        getChildren().add(made);
        glyph = Optional.of(made);
    }

    @Override
    protected void layoutChildren() {
        scale.setX(getWidth() / GRID);
        scale.setY(getHeight() / GRID);
    }
}
