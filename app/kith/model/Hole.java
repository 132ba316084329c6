package kith.model;

/// Messages of a chat that are not here, or may not be.
///
/// @param before the message that follows them
/// @param isGone whether the archive has no more of them; else it can be asked
public record Hole(MessageKey before, boolean isGone) {}
