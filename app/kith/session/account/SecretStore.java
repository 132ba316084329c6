package kith.session.account;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// A place that keeps the accounts' passwords between two starts, safe from other users of the
/// computer.
///
/// Every method may block for as long as the user takes to unlock it, so all are called on io;
/// calls may come at the same time from several threads.
public interface SecretStore {

    /// The account's password; empty where none is kept.
    ///
    /// @throws SecretStoreException where the place doesn't answer or the user didn't unlock it
    Optional<String> find(EntityBareJid account);

    /// Keeps the account's password instead of the one that was kept.
    ///
    /// @throws SecretStoreException where it could not be kept
    void keep(EntityBareJid account, String password);

    /// Forgets the account's password; does nothing where none is kept.
    ///
    /// @throws SecretStoreException where it may still be there
    void forget(EntityBareJid account);
}
