package kith.ui.shell;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineViewModel;

import java.util.function.Consumer;

/// The part of a chat around a message that was found.
///
/// @param around moves it to a message
/// @param done lets go of what was opened for it
public record FoundTimeline(
        TimelineViewModel timeline, Consumer<MessageKey> around, Runnable done) {}
