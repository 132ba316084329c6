package kith.session.account;

import org.jxmpp.jid.EntityJid;

import java.util.Optional;

/// A place that keeps the accounts' passwords between two starts, safe from other users of the
/// computer.
///
/// An account's own password goes by the account's address; what belongs to it beside that, by the
/// address with a resource that says what it is ([Passwords]).
///
/// Every method may block for as long as the user takes to unlock it, so all are called on io;
/// calls may come at the same time from several threads.
public interface SecretStore {

    /// What is kept; empty where none is kept.
    ///
    /// @throws SecretStoreException where the place doesn't answer or the user didn't unlock it
    Optional<String> find(EntityJid secret);

    /// Keeps a password instead of the one that was kept.
    ///
    /// @throws SecretStoreException where it could not be kept
    void keep(EntityJid secret, String password);

    /// Forgets a password; does nothing where none is kept.
    ///
    /// @throws SecretStoreException where it may still be there
    void forget(EntityJid secret);
}
