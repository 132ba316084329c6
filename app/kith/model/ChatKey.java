package kith.model;

import org.jxmpp.jid.BareJid;

/// Names one chat: an account and who is on the other side, a contact or a room.
///
/// @param peer the bare address of the contact or room
public record ChatKey(AccountId account, BareJid peer) {}
