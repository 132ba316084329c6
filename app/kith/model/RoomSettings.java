package kith.model;

/// What a room's owner gets who asks how it is set up (XEP-0045 §10.2).
public sealed interface RoomSettings {

    /// What can be set.
    ///
    /// @param form without fields where there is nothing to set
    record Form(DataForm form) implements RoomSettings {}

    /// The room doesn't say.
    record Refused(Refusal refusal) implements RoomSettings {}
}
