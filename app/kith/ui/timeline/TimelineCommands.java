package kith.ui.timeline;

import kith.model.MessageKey;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a timeline asks for when its reader does something. The outcome comes back as state.
///
/// @param older reads a page towards the start
/// @param more asks the archive for what is missing; completes when that is here, or can't be had
///   now
/// @param newer reads a page towards the end
/// @param toNewest goes to the end
/// @param retry sends again a message of ours that failed
/// @param discard takes back a message of ours that failed
/// @param open opens a link that was clicked: http, https or xmpp, nothing else
public record TimelineCommands(
        Runnable older,
        Supplier<CompletionStage<Void>> more,
        Runnable newer,
        Runnable toNewest,
        Consumer<MessageKey> retry,
        Consumer<MessageKey> discard,
        Consumer<URI> open) {}
