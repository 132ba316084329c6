package kith.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A row of the timeline: as wide as the window, with its content in the column in the middle.
///
/// The column is at most as wide as the row's `-fx-max-width`, gutters included; the gutters are
/// its `-fx-padding`. So all sizes are in the stylesheet.
abstract class ColumnRow extends Region {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    ColumnRow(String styleClass) {
        getStyleClass().addAll("timeline-row", styleClass);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    /// What the reader copies with this row; empty for a row without words of others.
    String copyText() {
        return "";
    }

    /// Draws the row as the one the keyboard is at.
    void setFocusedRow(boolean isFocusedRow) {}

    /// Draws the row as one of those that are picked.
    void setPicked(boolean isPicked) {
        pseudoClassStateChanged(PICKED, isPicked);
    }

    /// Where a menu of this row opens.
    Node menuAnchor() {
        return this;
    }

    /// How high the content is in a column of this width.
    abstract double contentHeight(double width);

    abstract void layoutContent(double x, double y, double width);

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return 0; // never a horizontal scroll bar
    }

    @Override
    protected final double computePrefHeight(double width) {
        return snappedTopInset()
                + Math.ceil(contentHeight(contentWidth(width)))
                + snappedBottomInset();
    }

    @Override
    protected final void layoutChildren() {
        double x = Math.floor((getWidth() - columnWidth(getWidth())) / 2) + snappedLeftInset();
        layoutContent(x, snappedTopInset(), contentWidth(getWidth()));
    }

    private double contentWidth(double width) {
        return Math.max(0, columnWidth(width) - snappedLeftInset() - snappedRightInset());
    }

    private double columnWidth(double width) {
        double most = getMaxWidth();
        return most > 0 ? Math.min(width, most) : width;
    }
}
