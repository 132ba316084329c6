package kith.ui.timeline;

import kith.model.MessageKey;
import kith.model.MessageRecord;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a timeline asks for when its reader does something. The outcome comes back as state.
///
/// @param react puts an emoji of ours to a message, or takes it back where it is there
/// @param retract takes back a message of ours for everyone
/// @param around moves to a message, with what is before and after it
/// @param older reads a page towards the start
/// @param more asks the archive for what is missing; completes when that is here, or can't be had
///   now
/// @param newer reads a page towards the end
/// @param toNewest goes to the end
/// @param toTime goes to the first message from a time on; tells which that is, on any thread
/// @param retry sends again a message of ours that failed
/// @param discard takes back a message of ours that failed
/// @param versions reads a message as it was sent, what was put in its place since, and when what
///   happened to it; tells it on any thread
/// @param open opens a link that was clicked: http, https or xmpp, nothing else
public record TimelineCommands(
        BiConsumer<MessageKey, String> react,
        Consumer<MessageKey> retract,
        Consumer<MessageKey> around,
        Runnable older,
        Supplier<CompletionStage<Void>> more,
        Runnable newer,
        Runnable toNewest,
        BiConsumer<Instant, Consumer<MessageKey>> toTime,
        Consumer<MessageKey> retry,
        Consumer<MessageKey> discard,
        BiConsumer<MessageKey, Consumer<MessageRecord>> versions,
        Consumer<URI> open) {}
