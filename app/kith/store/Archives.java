package kith.store;

import kith.model.AccountId;

import org.jxmpp.jid.BareJid;

/// The archives whose ids are stored: table `archive`, a number for an address that would else
/// stand in every row.
final class Archives {

    private static final String FIND = "SELECT id FROM archive WHERE account = ? AND address = ?";

    private static final String ADD = "INSERT INTO archive (account, address) VALUES (?, ?)";

    private final Db db;

    Archives(Db db) {
        this.db = db;
    }

    /// The number of an archive; a new one for one that was never met.
    ///
    /// @param address of the account itself, or of a room
    int ensure(AccountId account, BareJid address) {
        return db.find(FIND, row -> row.getInt(1), account, address)
                .orElseGet(() -> (int) db.insert(ADD, account, address));
    }
}
