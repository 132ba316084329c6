package kith.ui.composer;

import kith.model.Message;
import kith.model.MessageKey;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What a composer asks for about a message that is answered in it.
///
/// @param send sends an answer to a message; fails where it can't be kept, and then nobody else has
///   its text
/// @param keep says which one is being answered, to be known when the chat is opened again
/// @param kept asks for the one that was being answered when the chat was left; told on any thread,
///   if there is one
public record ReplyCommands(
        BiFunction<MessageKey, String, CompletionStage<?>> send,
        Consumer<Optional<MessageKey>> keep,
        Consumer<Consumer<Message>> kept) {

    /// For a composer in which nothing is ever answered.
    public static final ReplyCommands NONE =
            new ReplyCommands(
                    (_, _) -> {
                        throw new IllegalStateException("nothing is answered here");
                    },
                    _ -> {},
                    _ -> {});
}
