package kith.model;

/// An invitation that waits for the user's answer.
///
/// @param account which of our accounts is invited
/// @param name of who invites, as our roster has it; else the address; empty where nobody is named
/// @param isStranger whether they are not in our roster, or it can't be told
public record ReceivedInvitation(
        AccountId account, Invitation invitation, String name, boolean isStranger) {

    /// The room.
    public ChatKey room() {
        return new ChatKey(account, invitation.room());
    }
}
