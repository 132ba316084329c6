package kith.model;

/// A room that the user wants to have made.
///
/// @param name what everyone calls it
/// @param description what it is about; may be empty
/// @param localpart the first part of its address; empty for one that nobody can guess
/// @param nick what the user wants to be called in it
public record NewRoom(Kind kind, String name, String description, String localpart, String nick) {

    /// Who the room is for; `newroom.kind.<value>` in the texts.
    public enum Kind {
        /// Members only, who see each other's addresses, so that it can be encrypted end to end.
        PRIVATE_GROUP,
        /// For everyone, who find it in the service's list and keep their addresses to themselves.
        PUBLIC_CHANNEL
    }

    /// What such a room is to have; `newroom.missing.<value>` in the texts where the service can't
    /// give it.
    public enum Trait {
        NAME,
        DESCRIPTION,
        /// It is there still when the last has left.
        PERSISTENT,
        MEMBERS_ONLY,
        /// Everyone in it sees everyone's address.
        NON_ANONYMOUS,
        /// Only moderators see addresses.
        SEMI_ANONYMOUS,
        /// The service's list doesn't have it.
        HIDDEN,
        /// The service's list has it.
        LISTED,
        /// What was said is kept for those who come later.
        ARCHIVE
    }
}
