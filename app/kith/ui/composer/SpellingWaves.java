package kith.ui.composer;

import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import kith.model.TextRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waves under misspelt words of a text area, over all of which it lies. It lets the pointer
/// through.
///
/// Only what is in sight is drawn: a long text may have thousands.
final class SpellingWaves extends Pane {

    /// Half the length of a wave, in px.
    private static final double STEP = 2;

    /// How far a curve's control point is from its middle line; it swings half as far.
    private static final double SWING = 2;

    private final EmojiTextArea area;
    private final Path waves = new Path();
    private List<TextRange> ranges = List.of();

    SpellingWaves(EmojiTextArea area) {
        this.area = area;
        setManaged(false);
        setMouseTransparent(true);
        waves.getStyleClass().add("spelling-wave");
        waves.setManaged(false);
        getChildren().add(waves);
        var sight = new Rectangle();
        sight.widthProperty().bind(widthProperty());
        sight.heightProperty().bind(heightProperty());
        setClip(sight);
        area.scrollTopProperty().subscribe(this::requestLayout);
        area.scrollLeftProperty().subscribe(this::requestLayout);
        area.textProperty().subscribe(this::requestLayout);
        area.nodeOrientationProperty().subscribe(this::requestLayout);
    }

    /// Underlines these parts of what is written, which are in order.
    void setRanges(List<TextRange> marked) {
        ranges = marked;
        requestLayout();
    }

    /// How many `char`s of what is written are before a place of the scene, if there are words.
    Optional<Integer> charAt(double sceneX, double sceneY) {
        return FieldWords.of(area)
                .map(text -> text.hitTest(text.sceneToLocal(sceneX, sceneY)).getCharIndex())
                .map(area.content()::toWritten);
    }

    /// Whether a place of the scene is on a part of what is written.
    boolean isOver(TextRange range, double sceneX, double sceneY) {
        return FieldWords.of(area)
                .filter(text -> isThere(range))
                .map(
                        text -> {
                            var shown = area.content().toShown(range);
                            var shape = new Path(text.rangeShape(shown.start(), shown.end()));
                            shape.setFill(Color.BLACK); // else only its edge counts
                            return shape.contains(FieldWords.toShape(text, sceneX, sceneY));
                        })
                .orElse(false);
    }

    /// The words were laid out before: they stand before this among the children of the area.
    @Override
    protected void layoutChildren() {
        var drawn = new ArrayList<PathElement>();
        if (!ranges.isEmpty()) {
            FieldWords.of(area).ifPresent(text -> draw(text, drawn));
        }
        waves.getElements().setAll(drawn);
    }

    private void draw(Text text, List<PathElement> drawn) {
        var sight = FieldWords.sight(text, area);
        var near = area.content().toWritten(FieldWords.near(text, sight));
        for (var range : ranges) {
            boolean isNear = range.end() >= near.start() && range.start() <= near.end();
            if (isThere(range) && isNear) {
                var shown = area.content().toShown(range);
                var shape = text.underlineShape(shown.start(), shown.end());
                if (new Path(shape).getLayoutBounds().intersects(sight)) {
                    wave(text, shape, drawn);
                }
            }
        }
    }

    private boolean isThere(TextRange range) {
        return range.end() <= area.content().written().length();
    }

    /// A word that was broken has several lines: each is a rectangle that begins with a move.
    private void wave(Text text, PathElement[] shape, List<PathElement> drawn) {
        var corners = new ArrayList<Point2D>();
        for (var element : shape) {
            if (element instanceof MoveTo move) {
                wave(corners, drawn);
                corners.clear();
                corners.add(here(text, move.getX(), move.getY()));
            } else if (element instanceof LineTo line) {
                corners.add(here(text, line.getX(), line.getY()));
            }
        }
        wave(corners, drawn);
    }

    private Point2D here(Text text, double x, double y) {
        return sceneToLocal(FieldWords.toScene(text, x, y));
    }

    private static void wave(List<Point2D> corners, List<PathElement> drawn) {
        if (corners.isEmpty()) {
            return;
        }
        double from = corners.stream().mapToDouble(Point2D::getX).min().orElseThrow();
        double to = corners.stream().mapToDouble(Point2D::getX).max().orElseThrow();
        double y = corners.stream().mapToDouble(Point2D::getY).min().orElseThrow() + 1;
        drawn.add(new MoveTo(from, y));
        double swing = -SWING;
        for (double x = from; x + STEP <= to; x += STEP) {
            drawn.add(new QuadCurveTo(x + STEP / 2, y + swing, x + STEP, y));
            swing = -swing;
        }
    }
}
