package kith.model;

import org.jxmpp.jid.BareJid;

/// Somebody on one of a room's lists (XEP-0045 §§9.2, 9.5, 10.5, 10.8).
///
/// @param address of a person, or of a whole server that is banned
/// @param nick theirs in the room; empty where the room doesn't say
/// @param reason why, as it was written; may be empty, and is theirs, not ours
public record Affiliated(RoomList list, BareJid address, String nick, String reason) {}
