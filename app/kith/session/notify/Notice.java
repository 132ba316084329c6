package kith.session.notify;

import kith.model.Message;
import kith.model.ReceivedInvitation;

/// Something that the user is told. What others have written in it is as they wrote it: whoever
/// shows it tames it.
public sealed interface Notice {

    /// What it is about; it takes the place of the one about the same.
    Subject subject();

    /// Messages of a chat.
    ///
    /// @param title of the chat, as the list of chats has it
    /// @param newest the last of them
    /// @param count of how many of the unread the user was told, at least 1
    /// @param isMention whether the last of them, in a room, speaks to the user
    /// @param showsWords whether what it says may be shown
    record Messages(
            Subject.OfChat subject,
            String title,
            Message newest,
            int count,
            boolean isMention,
            boolean showsWords)
            implements Notice {}

    /// Somebody wants the user to come to a room.
    ///
    /// @param showsWords whether why they do may be shown
    record Invited(ReceivedInvitation invitation, boolean showsWords) implements Notice {

        @Override
        public Subject subject() {
            return new Subject.OfInvitation(invitation.room());
        }
    }

    /// What came in many places.
    ///
    /// @param messages in these chats, of which the user was told; 0 where there are only
    ///   invitations
    record Several(int messages, int chats, int invitations) implements Notice {

        @Override
        public Subject subject() {
            return new Subject.OfSeveral();
        }
    }
}
