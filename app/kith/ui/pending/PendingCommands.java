package kith.ui.pending;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.DeclinedInvitation;
import kith.model.MessageKey;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the user can do about a message that nobody has, and about invitations.
///
/// @param open shows its chat
/// @param retry sends again what failed
/// @param discard takes it back
/// @param accept enters the room of an invitation
/// @param decline says no to one; completes with why that could not be told, if so
/// @param dismiss takes away that someone has said no
public record PendingCommands(
        BiConsumer<ChatKey, Chat.Kind> open,
        Consumer<MessageKey> retry,
        Consumer<MessageKey> discard,
        Consumer<ReceivedInvitation> accept,
        Function<ChatKey, CompletionStage<Optional<Refusal>>> decline,
        Consumer<DeclinedInvitation> dismiss) {}
