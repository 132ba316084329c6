package kith.store;

import kith.model.AccountId;
import kith.model.PresenceSubscription;
import kith.model.RosterItem;

import org.jxmpp.jid.BareJid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Each account's roster as its server last told it, so that the contacts are there before the
/// network is: table `roster_item`, and the roster's version in `account` (RFC 6121 §2.6).
///
/// Version and items always change together: a version that is ahead of its items would keep the
/// server from ever sending what is missing.
///
/// Core lane only.
public final class RosterStore {

    private static final String ALL =
            """
            SELECT address, name, groups, subscription, asking FROM roster_item
            WHERE account = ? ORDER BY address
            """;

    private static final String PUT =
            """
            MERGE INTO roster_item (account, address, name, groups, subscription, asking)
            KEY (account, address) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String REMOVE =
            "DELETE FROM roster_item WHERE account = ? AND address = ?";

    private final Db db;

    public RosterStore(Db db) {
        this.db = db;
    }

    /// The whole roster of an account, by address. One index scan.
    ///
    /// @return immutable
    public List<RosterItem> all(AccountId account) {
        return db.query(ALL, RosterStore::item, account);
    }

    /// The version to ask the server with; none for a server without versions, or before the first
    /// roster.
    public Optional<String> version(AccountId account) {
        return db.find(
                        "SELECT roster_version FROM account WHERE id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        account)
                .flatMap(version -> version);
    }

    /// Of no account is it known any more which version is here.
    public void forgetVersions() {
        db.update("UPDATE account SET roster_version = NULL");
    }

    /// Makes the roster what the server sent as a whole; writes only what differs.
    public void replaceAll(AccountId account, Optional<String> version, List<RosterItem> items) {
        db.atomically(
                () -> {
                    var gone = new HashMap<BareJid, RosterItem>();
                    all(account).forEach(item -> gone.put(item.address(), item));
                    for (var item : items) {
                        if (!item.equals(gone.remove(item.address()))) {
                            put(account, item);
                        }
                    }
                    gone.keySet().forEach(address -> db.update(REMOVE, account, address));
                    setVersion(account, version);
                });
    }

    /// Adds or replaces one item, as the server pushed it (RFC 6121 §2.1.6).
    public void put(AccountId account, Optional<String> version, RosterItem item) {
        db.atomically(
                () -> {
                    put(account, item);
                    setVersion(account, version);
                });
    }

    /// Removes one item, as the server pushed it.
    public void remove(AccountId account, Optional<String> version, BareJid address) {
        db.atomically(
                () -> {
                    db.update(REMOVE, account, address);
                    setVersion(account, version);
                });
    }

    private void put(AccountId account, RosterItem item) {
        db.update(
                PUT,
                account,
                item.address(),
                item.name(),
                item.groups(),
                item.subscription(),
                item.isAsking());
    }

    private void setVersion(AccountId account, Optional<String> version) {
        db.update("UPDATE account SET roster_version = ? WHERE id = ?", version, account);
    }

    private static RosterItem item(ResultSet row) throws SQLException {
        return new RosterItem(
                Jids.bare(row, "address"),
                row.getString("name"),
                List.of(row.getObject("groups", String[].class)),
                PresenceSubscription.valueOf(row.getString("subscription")),
                row.getBoolean("asking"));
    }
}
