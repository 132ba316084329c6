package kith.ui.pending;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.MessageKey;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the user can do about a message that nobody has.
///
/// @param open shows its chat
/// @param retry sends again what failed
/// @param discard takes it back
public record PendingCommands(
        BiConsumer<ChatKey, Chat.Kind> open,
        Consumer<MessageKey> retry,
        Consumer<MessageKey> discard) {}
