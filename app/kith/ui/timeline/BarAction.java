package kith.ui.timeline;

import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.Icon;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// Something to do with a message that stands in the bar above it.
///
/// @param name a verb
/// @param fits whether it can be done with a message
/// @param act does it
record BarAction(Icon icon, String name, Predicate<Bubble> fits, Consumer<BubbleRow> act) {}
