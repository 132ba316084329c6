package kith.model;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// An account as the user set it up; what it is doing now is [ConnectionState].
///
/// @param server where to connect when not to what DNS says
/// @param proxy what all its connections go through; empty where they go straight to the server
/// @param keeping where its password is kept, and its proxy's
public record Account(
        AccountId id,
        EntityBareJid address,
        ServerAddress server,
        Optional<Proxy> proxy,
        PasswordKeeping keeping) {}
