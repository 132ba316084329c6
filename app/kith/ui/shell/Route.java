package kith.ui.shell;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ReceivedInvitation;

import java.util.List;
import java.util.Optional;

/// Where in the program the user is.
public sealed interface Route {

    /// The window is there and nothing is known yet: the store is being read.
    record Starting() implements Route {}

    /// The lists and the chats.
    record Main() implements Route {}

    /// Signing in for the first time.
    record Welcome() implements Route {}

    /// Signing in to one account more.
    record AddAccount() implements Route {}

    /// Giving an account's password again.
    record SignInAgain(AccountId account) implements Route {}

    /// Finding a chat, contact or room by a few letters.
    record Switcher() implements Route {}

    /// Choosing in which chats words of another are to be said, too.
    ///
    /// @param texts each a message
    record Forward(List<String> texts) implements Route {

        public Forward {
            texts = List.copyOf(texts);
        }
    }

    /// What the user may choose.
    record Settings() implements Route {}

    /// The keys and what they do.
    record Shortcuts() implements Route {}

    /// Starting a chat with an address.
    record NewChat() implements Route {}

    /// Entering a room by its address.
    ///
    /// @param room one that was found; empty where its address is to be typed
    /// @param password of that room, where it is known
    record JoinRoom(Optional<ChatKey> room, Optional<String> password) implements Route {

        public JoinRoom() {
            this(Optional.empty());
        }

        JoinRoom(Optional<ChatKey> room) {
            this(room, Optional.empty());
        }

        /// One that the user is invited to.
        JoinRoom(ReceivedInvitation invited) {
            this(Optional.of(invited.room()), invited.invitation().password());
        }
    }

    /// Looking which rooms there are.
    record BrowseRooms() implements Route {}

    /// Making a room.
    record NewRoom() implements Route {}

    /// Inviting people to a room that the user is in.
    record Invite(ChatKey room) implements Route {}

    /// Adding people to a chat with one person, which makes it a group.
    record AddPeople(ChatKey chat) implements Route {}

    /// How a room of the user's is set up.
    record RoomSettings(ChatKey room) implements Route {}

    /// Ending a room of the user's for good.
    record CloseRoom(ChatKey room) implements Route {}
}
