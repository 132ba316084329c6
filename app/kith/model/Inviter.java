package kith.model;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.Optional;

/// Who invites to a room, and on whose word that stands.
public sealed interface Inviter {

    /// Someone who wrote to us themselves: their server vouches for the address (XEP-0249).
    record Person(BareJid address) implements Inviter {}

    /// The room wrote to us (XEP-0045 §7.8.2). Whom it names can't be checked.
    ///
    /// @param named whom it says it writes for: a person's address, or an occupant's; empty where
    ///   it names nobody
    record ByRoom(Optional<Jid> named) implements Inviter {}
}
