package kith.ui.invite;

import org.jxmpp.jid.BareJid;

/// Someone to invite.
///
/// @param name the user's own for them, else the address
public record Invitee(BareJid address, String name) {}
