package kith.ui.timeline;

import javafx.scene.layout.Region;

import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.Virtualized;
import org.reactfx.value.Val;
import org.reactfx.value.Var;

/// A flow for a scroll pane, which tells how long it is and where it stands once a layout.
///
/// A flow guesses both anew at each cell that comes into sight or leaves it, and what listens to it
/// has it add up all its cells each time: a scroll bar took a seventh of the time of scrolling so,
/// and a third of the garbage. It is as wide as the pane and never moves to the side.
final class SteadyFlow extends Region implements Virtualized {

    private final VirtualFlow<TimelineRow, TimelineCell> flow;
    private final Runnable beforeLayout;
    private final Val<Double> width = Val.constant(0.0);
    private final Var<Double> left = Var.newSimpleVar(0.0);
    private final Var<Double> length = Var.newSimpleVar(0.0);
    private final Var<Double> toldTop = Var.newSimpleVar(0.0);
    private final Var<Double> top = toldTop.asVar(this::scrollYToPixel);
    private boolean isTelling;

    /// @param beforeLayout tells the flow what to show, just before each layout
    SteadyFlow(VirtualFlow<TimelineRow, TimelineCell> flow, Runnable beforeLayout) {
        this.flow = flow;
        this.beforeLayout = beforeLayout;
        getChildren().add(flow);
    }

    @Override
    protected void layoutChildren() {
        beforeLayout.run();
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout(); // what is told is of this layout
        tell();
    }

    /// While one of the two is new and the other old, the scroll bar may leave its own range, and
    /// would scroll to where it is put back.
    private void tell() {
        double newLength = flow.totalHeightEstimateProperty().getOrElse(0.0);
        double newTop = flow.estimatedScrollYProperty().getOrElse(0.0);
        isTelling = true;
        length.setValue(newLength);
        toldTop.setValue(newTop);
        isTelling = false;
    }

    @Override
    public Val<Double> totalWidthEstimateProperty() {
        return width;
    }

    @Override
    public Val<Double> totalHeightEstimateProperty() {
        return length;
    }

    @Override
    public Var<Double> estimatedScrollXProperty() {
        return left;
    }

    @Override
    public Var<Double> estimatedScrollYProperty() {
        return top;
    }

    @Override
    public void scrollXBy(double by) {
        // there is nothing at the sides
    }

    @Override
    public void scrollYBy(double by) {
        flow.scrollYBy(by);
    }

    @Override
    public void scrollXToPixel(double to) {
        // there is nothing at the sides
    }

    @Override
    public void scrollYToPixel(double to) {
        if (!isTelling) {
            flow.estimatedScrollYProperty().setValue(to);
        }
    }
}
