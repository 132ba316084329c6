package kith.ui.composer;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

import kith.model.TextRange;
import kith.ui.widget.EmojiText;
import kith.ui.widget.RightToLeft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A text area with emoji that is as high as what stands in it, within limits; then it scrolls.
///
/// Its direction is that of the first letter that has one.
final class GrowingTextArea extends EmojiTextArea {

    private static final int MOST_LINES = 8;

    /// There is more than fits: it scrolls. Else it never shows a scroll bar, not even while it is
    /// about to grow.
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    /// Measures the words: the skin's own nodes are laid out too late to ask.
    private final Text measure = new Text();

    private final DoubleProperty mostHeight =
            new SimpleDoubleProperty(this, "mostHeight", Double.MAX_VALUE);

    private final SpellingWaves waves = new SpellingWaves(this);

    GrowingTextArea() {
        setPrefRowCount(1);
        RightToLeft.follow(this);
        measure.fontProperty().bind(fontProperty());
        measure.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER); // as the skin's
        textProperty().subscribe(this::changed);
        promptTextProperty().subscribe(this::requestLayout);
        mostHeight.subscribe(this::requestLayout);
        getChildren().add(waves);
        skinProperty().subscribe(() -> waves.toFront());
    }

    /// Shows that these parts of what is written are misspelt.
    void underline(List<TextRange> misspelt) {
        waves.setRanges(misspelt);
    }

    /// How many `char`s of what is written are before a place of the scene, if there are words.
    Optional<Integer> charAt(double sceneX, double sceneY) {
        return waves.charAt(sceneX, sceneY);
    }

    /// Whether a place of the scene is on a part of what is written.
    boolean isOver(TextRange range, double sceneX, double sceneY) {
        return waves.isOver(range, sceneX, sceneY);
    }

    /// The most it may grow to, whatever is written; one line it always gets.
    DoubleProperty mostHeightProperty() {
        return mostHeight;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        waves.resizeRelocate(0, 0, getWidth(), getHeight());
        waves.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = height("", -1);
        double words = height(getText().isEmpty() ? getPromptText() : getText(), width);
        double lines = height("\n".repeat(MOST_LINES - 1), -1);
        double most = Math.max(line, Math.min(lines, mostHeight.get() - around()));
        pseudoClassStateChanged(FULL, words > most);
        return Math.ceil(Math.min(words, most) + around());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double height(String words, double width) {
        measure.setText(words.isEmpty() || words.endsWith("\n") ? words + " " : words);
        double room = width - aroundSideways() - 1;
        measure.setWrappingWidth(isWrapText() && width > 0 && room > 0 ? room : 0);
        return measure.getLayoutBounds().getHeight();
    }

    /// What stands above and below the words: insets of this, of the scroll pane, of the content.
    private double around() {
        return parts().mapToDouble(part -> part.snappedTopInset() + part.snappedBottomInset())
                .sum();
    }

    private double aroundSideways() {
        return parts().mapToDouble(part -> part.snappedLeftInset() + part.snappedRightInset())
                .sum();
    }

    private Stream<Region> parts() {
        return Stream.of(this, lookup(".scroll-pane"), lookup(".content"))
                .filter(Region.class::isInstance)
                .map(Region.class::cast);
    }

    private void changed() {
        setNodeOrientation(
                getText().isEmpty()
                        ? NodeOrientation.INHERIT // the words of the empty field are the window's
                        : EmojiText.orientation(getText()));
        requestLayout();
    }
}
