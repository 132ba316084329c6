package kith.ui.timeline;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Lines that are never broken, behind a window as wide as there is room, with a scroll bar below
/// where they are wider.
///
/// Not a `ScrollPane`: that takes every press of the mouse for itself, and words in it could not be
/// selected; and it would scroll up and down too.
final class SideScroll extends Region {

    /// By how much a key scrolls, in px.
    private static final double STEP = 40;

    private final Region content;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle window = new Rectangle();

    SideScroll(Region content) {
        this.content = content;
        getStyleClass().add("side-scroll");
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setVisible(false);
        bar.setUnitIncrement(STEP);
        bar.valueProperty().subscribe(this::moveContent);
        getChildren().addAll(content, bar);
        setClip(window);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    /// Whether lines are wider than the window.
    boolean isCut() {
        return bar.isVisible();
    }

    /// Scrolls some steps towards the end of the lines.
    void scrollBy(int steps) {
        scrollTo(bar.getValue() + steps * STEP);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + contentWidth() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        boolean isCut = width >= 0 && contentWidth() > room;
        return snappedTopInset()
                + contentHeight()
                + snappedBottomInset()
                + (isCut ? bar.prefHeight(-1) : 0);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double width = contentWidth();
        double hidden = Math.max(0, width - room);
        window.setWidth(getWidth());
        window.setHeight(getHeight());
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * room / width);
        bar.setBlockIncrement(room);
        scrollTo(bar.getValue());
        content.resize(Math.max(width, room), contentHeight());
        content.setLayoutY(snappedTopInset());
        moveContent();
        double barHeight = bar.prefHeight(-1);
        bar.resizeRelocate(0, getHeight() - barHeight, getWidth(), barHeight);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaX() != 0 && isCut()) {
            scrollTo(bar.getValue() - event.getDeltaX());
            event.consume();
        }
    }

    private void scrollTo(double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }

    private void moveContent() {
        content.setLayoutX(snappedLeftInset() - Math.rint(bar.getValue()));
    }

    /// A little wider than its lines: a flow that just fits breaks.
    private double contentWidth() {
        return Math.ceil(content.prefWidth(-1)) + 1;
    }

    private double contentHeight() {
        return Math.ceil(content.prefHeight(-1));
    }
}
