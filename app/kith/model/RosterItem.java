package kith.model;

import org.jxmpp.jid.BareJid;

import java.util.List;

/// One entry of the roster as the server keeps it (RFC 6121 §2.1.2).
///
/// @param name as given by the user; may be empty
/// @param groups sorted, without duplicates
/// @param isAsking whether our request to see their presence waits for their answer
public record RosterItem(
        BareJid address,
        String name,
        List<String> groups,
        PresenceSubscription subscription,
        boolean isAsking) {}
