package kith.ui.invite;

import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.Refusal;
import kith.session.room.MakingRoom;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the dialog that turns a chat of two into a group does.
///
/// @param make makes the group
/// @param open opens its tab
/// @param invite invites someone to go on there
public record AddPeopleCommands(
        Function<NewRoom, MakingRoom> make, Consumer<ChatKey> open, GroupInviting invite) {

    /// Invites someone to the group that was made.
    @FunctionalInterface
    public interface GroupInviting {

        /// Invites them.
        ///
        /// @param reason may be empty
        /// @return completes with why they can't be invited, if so; on any thread
        CompletionStage<Optional<Refusal>> invite(ChatKey group, BareJid whom, String reason);
    }
}
