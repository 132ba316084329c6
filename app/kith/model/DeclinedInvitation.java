package kith.model;

import org.jxmpp.jid.BareJid;

/// Someone whom we invited doesn't want to come (XEP-0045 §7.8.2). The room says so.
///
/// @param name of theirs, as our roster has it; else the address
/// @param reason what they wrote with it; may be empty
public record DeclinedInvitation(ChatKey room, BareJid who, String name, String reason) {}
