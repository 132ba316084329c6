package kith.model;

import org.jxmpp.jid.EntityBareJid;

/// An account as the user set it up; what it is doing now is [ConnectionState].
///
/// @param server where to connect when not to what DNS says
/// @param keeping where its password is kept
public record Account(
        AccountId id, EntityBareJid address, ServerAddress server, PasswordKeeping keeping) {}
