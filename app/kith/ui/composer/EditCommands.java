package kith.ui.composer;

import kith.base.Subscription;
import kith.model.EditDraft;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where the composer of one chat keeps how far the user has come with changing a message of ours.
///
/// @param open begins to be told, on the FX lane, until it is closed
/// @param keep says which message is being changed and to what, or that none is
/// @param settle stores it now: the user turns away
public record EditCommands(
        Function<EditWatcher, Subscription> open,
        Consumer<Optional<EditDraft>> keep,
        Runnable settle) {

    /// For a composer that keeps nothing of it.
    public static final EditCommands NONE = new EditCommands(_ -> () -> {}, _ -> {}, () -> {});
}
