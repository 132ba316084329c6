package kith.ui.composer;

import kith.base.Subscription;
import kith.model.EditDraft;
import kith.model.MessageKey;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Where the composer of one chat keeps how far the user has come with changing a message of ours.
///
/// @param open begins to be told, on the FX lane: which message was being changed when the chat was
///   left, and how far, if there is one; and of any that can be changed no more. Until it is closed
/// @param keep says which message is being changed and to what, or that none is
/// @param settle stores it now: the user turns away
public record EditCommands(
        BiFunction<BiConsumer<Editing, String>, Consumer<MessageKey>, Subscription> open,
        Consumer<Optional<EditDraft>> keep,
        Runnable settle) {

    /// For a composer that keeps nothing of it.
    public static final EditCommands NONE =
            new EditCommands((_, _) -> () -> {}, _ -> {}, () -> {});
}
