package kith.ui.contacts;

import kith.model.ChatKey;
import kith.model.Refusal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the user can do in the roster.
///
/// @param open opens the chat with a contact in a tab
/// @param openInBackground the same, and stays where the user is
/// @param accept lets someone see the user's presence, and asks for theirs; completes with why that
///   can't be, if so
/// @param decline refuses that, and they are told; completes likewise
public record ContactCommands(
        Consumer<ChatKey> open,
        Consumer<ChatKey> openInBackground,
        Function<ChatKey, CompletionStage<Optional<Refusal>>> accept,
        Function<ChatKey, CompletionStage<Optional<Refusal>>> decline) {}
