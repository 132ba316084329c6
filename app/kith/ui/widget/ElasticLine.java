package kith.ui.widget;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// A line of nodes of which one is as wide as the others leave room: it alone is cut where room
/// ends, and it alone grows.
public final class ElasticLine extends HBox {

    private final Node elastic;

    /// @param elastic one of the nodes
    public ElasticLine(Node elastic, Node... nodes) {
        super(nodes);
        this.elastic = elastic;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return rigidWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return rigidWidth() + width(elastic);
    }

    @Override
    protected double computePrefHeight(double width) {
        double tallest = 0;
        for (var node : getManagedChildren()) {
            tallest = Math.max(tallest, height(node));
        }
        return snappedTopInset() + tallest + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - rigidWidth());
        double x = snappedLeftInset();
        double middle = (getHeight() + snappedTopInset() - snappedBottomInset()) / 2;
        for (var node : getManagedChildren()) {
            double width = node.equals(elastic) ? room : width(node);
            double height = height(node);
            node.resizeRelocate(x, snapPositionY(middle - height / 2), width, height);
            x += width + snapSpaceX(getSpacing());
        }
    }

    /// All but the elastic node: the others, the gaps, the insets.
    private double rigidWidth() {
        double width = snappedLeftInset() + snappedRightInset();
        int gaps = -1;
        for (var node : getManagedChildren()) {
            gaps++;
            if (!node.equals(elastic)) {
                width += width(node);
            }
        }
        return width + Math.max(0, gaps) * snapSpaceX(getSpacing());
    }

    private double width(Node node) {
        double pref = Math.min(node.prefWidth(-1), node.maxWidth(-1));
        return snapSizeX(Math.max(node.minWidth(-1), pref));
    }

    private double height(Node node) {
        double pref = Math.min(node.prefHeight(-1), node.maxHeight(-1));
        return snapSizeY(Math.max(node.minHeight(-1), pref));
    }
}
