package kith.ui.chat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.Optional;

/// A page and, while it is open, a pane with details: beside it where there is room, else over its
/// end side, and in a narrow window in its place.
final class DetailsSplit extends Region {

    /// How much wider than the pane the page has to stay, to be shown beside it.
    private static final double LEAST_PART = 1.5;

    private final Node page;

    /// What the pane casts on the page under it.
    private final Region shade = new Region();

    private Optional<Region> details = Optional.empty();
    private boolean isNarrow;

    DetailsSplit(Node page) {
        this.page = page;
        shade.getStyleClass().add("details-shade");
        shade.setMouseTransparent(true);
        getChildren().add(page);
    }

    void show(Region pane) {
        hide();
        details = Optional.of(pane);
        getChildren().addAll(shade, pane);
    }

    /// The page stays where it is all the while: put in anew it would be styled anew, every row.
    void hide() {
        details.ifPresent(shown -> getChildren().removeAll(shade, shown));
        details = Optional.empty();
    }

    /// Whether the page is out of sight behind it, or a part of it.
    boolean isCovering() {
        return details.isPresent() && page.getLayoutBounds().getWidth() >= getWidth();
    }

    void setNarrow(boolean isNarrow) {
        this.isNarrow = isNarrow;
        requestLayout();
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
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double pane = details.map(shown -> shown.minWidth(-1)).orElse(0.0);
        boolean isBeside = details.isPresent() && width - pane >= pane * LEAST_PART;
        page.setVisible(details.isEmpty() || !isNarrow);
        page.resizeRelocate(0, 0, isBeside ? width - pane : width, height);
        if (details.isPresent()) {
            double side = isNarrow ? width : pane;
            double cast = shade.minWidth(-1);
            shade.setVisible(!isBeside && !isNarrow);
            shade.resizeRelocate(width - side - cast, 0, cast, height);
            details.get().resizeRelocate(width - side, 0, side, height);
        }
    }
}
