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
/// @param nick asks the room of an invitation what it is; completes with the nick under which it
///   may be entered, empty where the user is to be asked before
/// @param accept enters it under a nick
/// @param decline says no to one; completes with why that could not be told, if so
/// @param dismiss takes away that someone has said no
public record PendingCommands(
        BiConsumer<ChatKey, Chat.Kind> open,
        Consumer<MessageKey> retry,
        Consumer<MessageKey> discard,
        Function<ReceivedInvitation, CompletionStage<Optional<String>>> nick,
        BiConsumer<ReceivedInvitation, String> accept,
        Function<ChatKey, CompletionStage<Optional<Refusal>>> decline,
        Consumer<DeclinedInvitation> dismiss) {}
