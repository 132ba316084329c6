package kith.ui.composer;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

import kith.model.TextRange;

import java.util.Optional;

/// Finds the words of a text area on the screen: the node of its skin that draws them.
///
/// They were laid out before what lies over them: they stand before it among the children.
final class FieldWords {

    private FieldWords() {}

    /// The node with what is written.
    static Optional<Text> of(TextArea area) {
        return find(area, area.getText());
    }

    /// The node with what is written or, where nothing is, with what the field says itself.
    static Optional<Text> shown(TextArea area) {
        return of(area).or(() -> find(area, area.getPromptText()));
    }

    private static Optional<Text> find(TextArea area, String words) {
        return area.lookupAll(".text").stream()
                .filter(Node::isVisible)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isEmpty() && text.getText().equals(words))
                .findFirst();
    }

    /// Where on the scene a part of the words stands.
    static Bounds toScene(Text text, Bounds shape) {
        return text.localToScene(turned(text, shape));
    }

    /// Where on the scene a point of a shape stands that the words have told.
    static Point2D toScene(Text text, double x, double y) {
        return text.localToScene(turned(text, x), y);
    }

    /// What the words tell of their shape is that of this point.
    static Point2D toShape(Text text, double sceneX, double sceneY) {
        var local = text.sceneToLocal(sceneX, sceneY);
        return new Point2D(turned(text, local.getX()), local.getY());
    }

    /// The part of the words' shape that is not scrolled away.
    static Bounds sight(Text text, TextArea area) {
        return turned(text, text.sceneToLocal(area.localToScene(area.getLayoutBounds())));
    }

    /// What of the text may be in sight: from a line above to one below, whatever is hit in these.
    /// Where the direction changes, the first of a line may stand anywhere in it.
    static TextRange near(Text text, Bounds sight) {
        double above = sight.getMinY() - sight.getHeight();
        double below = sight.getMaxY() + sight.getHeight();
        return new TextRange(
                above <= 0 ? 0 : hit(text, sight.getMinX(), above),
                below >= text.getLayoutBounds().getMaxY()
                        ? text.getText().length()
                        : hit(text, sight.getMinX(), below));
    }

    private static int hit(Text text, double x, double y) {
        return text.hitTest(new Point2D(turned(text, x), y)).getCharIndex();
    }

    private static Bounds turned(Text text, Bounds shape) {
        double one = turned(text, shape.getMinX());
        double other = turned(text, shape.getMaxX());
        return new BoundingBox(
                Math.min(one, other), shape.getMinY(), shape.getWidth(), shape.getHeight());
    }

    /// In a window from right to left a `Text` tells its shape as if the node were mirrored as what
    /// is around it, which it is not (seen in JavaFX 26).
    private static double turned(Text text, double x) {
        boolean isTurned = text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        var whole = text.getLayoutBounds();
        return isTurned ? whole.getMinX() + whole.getMaxX() - x : x;
    }
}
