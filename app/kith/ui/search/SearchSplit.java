package kith.ui.search;

import javafx.scene.layout.Region;

/// What was found, and beside it, where there is room, the part of the chat it is from.
final class SearchSplit extends Region {

    /// The part of the width that the list takes, and within which bounds; in em.
    private static final double PART = 0.415;

    private static final double LEAST = 20;
    private static final double MOST = 26.571;

    /// From this width on there are two panes; in em.
    private static final double TWO_PANES = 44;

    private final Region list;
    private final ContextPane context;
    private final Region em = new Region();

    SearchSplit(Region list, ContextPane context) {
        this.list = list;
        this.context = context;
        em.getStyleClass().add("search-em");
        em.setManaged(false);
        em.setVisible(false);
        getChildren().addAll(list, context, em);
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
        double unit = Math.max(1, em.minWidth(-1));
        boolean isWide = getWidth() >= TWO_PANES * unit;
        context.setVisible(isWide);
        context.setShown(isWide);
        if (!isWide) {
            list.resizeRelocate(0, 0, getWidth(), getHeight());
            return;
        }
        double first = snapSizeX(Math.clamp(getWidth() * PART, LEAST * unit, MOST * unit));
        list.resizeRelocate(0, 0, first, getHeight());
        context.resizeRelocate(first, 0, getWidth() - first, getHeight());
    }
}
