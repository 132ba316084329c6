package kith.model;

/// What a room says of a message that it has removed (XEP-0425).
///
/// @param by the nick of the moderator who did it; empty where the room doesn't say
/// @param reason empty where none was given
public record Moderation(String by, String reason) {}
