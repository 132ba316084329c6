package kith.ui.pending;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.model.Refusal;

import java.time.Instant;
import java.util.Optional;

/// One row of the list of what nobody has yet.
sealed interface PendingRow {

    /// What stays the same over the row's life.
    Object key();

    /// Whose messages come below, where the user has several accounts.
    record Head(String account) implements PendingRow {

        @Override
        public Object key() {
            return account;
        }
    }

    /// A message.
    ///
    /// @param title of its chat
    /// @param words what it says, on one line; of a reaction, its emoji
    /// @param isReaction whether it puts emoji to a message, or takes them back where it has none
    /// @param isRetraction whether it takes back a message
    /// @param refusal why it failed; empty where it waits
    /// @param isRevocable whether it can be taken back: it is not on its way
    record Written(
            MessageKey key,
            ChatKey chat,
            Chat.Kind kind,
            String title,
            String words,
            boolean isReaction,
            boolean isRetraction,
            Instant at,
            Optional<Refusal> refusal,
            boolean isRevocable)
            implements PendingRow {}
}
