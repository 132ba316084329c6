package kith.ui.timeline;

import javafx.scene.text.Text;

import kith.model.Delivery;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Wordless;
import kith.ui.widget.Letters;
import kith.ui.widget.TickMark;
import kith.ui.widget.TickShape;

import java.util.Optional;

/// When a message was sent and, of one of ours, how far it has come: what stands at the end of its
/// last line.
///
/// A plain text and not a label, and no box around: every bubble has one, and nodes cost time.
///
/// @param tick empty for a message of others
record TimeMark(Text time, Optional<TickMark> tick) {

    /// Between the words and the time, in em of the time.
    private static final double BEFORE = 0.91;

    /// Between time and tick, in em of the time.
    private static final double BETWEEN = 0.364;

    static TimeMark of(Bubble bubble, TimelineWords words) {
        var state = words.state(bubble.delivery(), bubble.confidant());
        return of(words.timeOf(bubble), bubble.delivery(), state);
    }

    static TimeMark of(Wordless row, TimelineWords words) {
        return of(words.time(row.at()), row.delivery(), words.state(row.delivery()));
    }

    private static TimeMark of(String at, Delivery delivery, Optional<String> state) {
        var time = new Letters(at);
        time.getStyleClass().add("message-time");
        time.setMouseTransparent(true);
        var tick = shape(delivery).map(shape -> new TickMark(shape, state.orElse("")));
        tick.ifPresent(mark -> mark.setMouseTransparent(true));
        return new TimeMark(time, tick);
    }

    /// With the room before it.
    double width() {
        return Math.ceil(
                em() * BEFORE
                        + timeWidth()
                        + tick.map(mark -> em() * BETWEEN + mark.minWidth(-1)).orElse(0.0));
    }

    /// Puts it into the lower corner of a bubble.
    ///
    /// @param start where the words start
    /// @param end where they end
    /// @param bottom where its own lower edge comes
    /// @param atStart whether it stands at the start, because the words run against the window
    void layout(double start, double end, double bottom, boolean atStart) {
        double tickWidth = tick.map(mark -> mark.minWidth(-1)).orElse(0.0);
        double gap = tick.isPresent() ? em() * BETWEEN : 0;
        double timeX = atStart ? start + tickWidth + gap : end - tickWidth - gap - timeWidth();
        double height = time.getLayoutBounds().getHeight();
        time.relocate(Math.rint(timeX), Math.rint(bottom - height));
        tick.ifPresent(
                mark ->
                        mark.resizeRelocate(
                                atStart ? start : end - tickWidth,
                                Math.rint(bottom - height + (height - tickWidth) / 2),
                                tickWidth,
                                tickWidth));
    }

    private double em() {
        return time.getFont().getSize();
    }

    private double timeWidth() {
        return time.getLayoutBounds().getWidth();
    }

    private static Optional<TickShape> shape(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received() -> Optional.empty();
            case Delivery.Queued(), Delivery.Sending() -> Optional.of(TickShape.WAITING);
            case Delivery.OnServer() -> Optional.of(TickShape.SENT);
            case Delivery.Delivered() -> Optional.of(TickShape.DELIVERED);
            case Delivery.Read() -> Optional.of(TickShape.READ);
            case Delivery.Failed _ -> Optional.of(TickShape.FAILED);
        };
    }
}
