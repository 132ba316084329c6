package kith.ui.pending;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.DeclinedInvitation;
import kith.model.MessageKey;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;

import java.time.Instant;
import java.util.Optional;

/// One row of the list of what waits: invitations, and what nobody has yet.
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

    /// Somebody wants the user to come to a room.
    ///
    /// @param isUnsent whether the answer could not be told just now
    /// @param isAsking whether its room is asked what it is, since the user wants to enter it
    record Invited(ReceivedInvitation received, boolean isUnsent, boolean isAsking)
            implements PendingRow {

        @Override
        public Object key() {
            return new InvitedKey(received.room());
        }
    }

    /// Someone whom the user invited doesn't come.
    record Declined(DeclinedInvitation declined) implements PendingRow {

        @Override
        public Object key() {
            return declined;
        }
    }

    /// The key of an invitation.
    record InvitedKey(ChatKey room) {}

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
