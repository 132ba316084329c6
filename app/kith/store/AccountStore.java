package kith.store;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.PasswordKeeping;
import kith.model.Proxy;
import kith.model.ServerAddress;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The accounts that the user set up: table `account`. Passwords are elsewhere.
///
/// Core lane only.
public final class AccountStore {

    private static final String ALL =
            """
            SELECT id, address, host, port, proxy_kind, proxy_host, proxy_port, proxy_user, keeping
            FROM account ORDER BY id
            """;

    private static final String ADD =
            """
            INSERT INTO account (address, host, port, proxy_kind, proxy_host, proxy_port, proxy_user,
                keeping, resource)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String CHANGE =
            """
            UPDATE account SET address = ?, host = ?, port = ?, proxy_kind = ?, proxy_host = ?,
                proxy_port = ?, proxy_user = ?, keeping = ?
            WHERE id = ?
            """;

    private final Db db;
    private final Chats chats;

    public AccountStore(Db db) {
        this.db = db;
        this.chats = new Chats(db);
    }

    /// All, in the order they were added.
    ///
    /// @return immutable
    public List<Account> all() {
        return db.query(ALL, AccountStore::account);
    }

    /// Adds an account; there is at most one of an address.
    ///
    /// @param resource what this device is called at the server, always (RFC 6120 §7.6)
    /// @throws StoreException where the address has one already
    public Account add(
            EntityBareJid address,
            ServerAddress server,
            Optional<Proxy> proxy,
            PasswordKeeping keeping,
            String resource) {
        long id =
                db.insert(
                        ADD,
                        address,
                        host(server),
                        port(server),
                        proxy.map(Proxy::kind),
                        proxy.map(Proxy::host),
                        proxy.map(Proxy::port),
                        proxy.flatMap(Proxy::user),
                        keeping,
                        resource);
        return new Account(new AccountId((int) id), address, server, proxy, keeping);
    }

    /// Changes everything of an account but its id and resource. With another address its contacts'
    /// messages get their ids from another archive; those that are here keep theirs.
    public void change(Account account) {
        db.update(
                CHANGE,
                account.address(),
                host(account.server()),
                port(account.server()),
                account.proxy().map(Proxy::kind),
                account.proxy().map(Proxy::host),
                account.proxy().map(Proxy::port),
                account.proxy().flatMap(Proxy::user),
                account.keeping(),
                account.id());
        chats.archiveChanged(account.id(), account.address());
    }

    /// Removes an account and everything that is known in it: roster, rooms, chats, messages.
    public void remove(AccountId account) {
        chats.removeAll(account);
        db.update("DELETE FROM account WHERE id = ?", account);
    }

    /// What this device is called at the account's server.
    ///
    /// @throws IllegalArgumentException for an account that isn't there
    public String resource(AccountId account) {
        return db.find(
                        "SELECT resource FROM account WHERE id = ?",
                        row -> row.getString(1),
                        account)
                .orElseThrow(() -> new IllegalArgumentException("no " + account));
    }

    private static @Nullable String host(ServerAddress server) {
        return switch (server) {
            case ServerAddress.ByDomain() -> null;
            case ServerAddress.Given(var host, _) -> host;
        };
    }

    private static @Nullable Integer port(ServerAddress server) {
        return switch (server) {
            case ServerAddress.ByDomain() -> null;
            case ServerAddress.Given(_, var port) -> port;
        };
    }

    private static Account account(ResultSet row) throws SQLException {
        var host = row.getString("host");
        return new Account(
                new AccountId(row.getInt("id")),
                JidCreate.entityBareFromOrThrowUnchecked(row.getString("address")),
                host == null
                        ? new ServerAddress.ByDomain()
                        : new ServerAddress.Given(host, row.getInt("port")),
                proxy(row),
                PasswordKeeping.valueOf(row.getString("keeping")));
    }

    private static Optional<Proxy> proxy(ResultSet row) throws SQLException {
        var kind = row.getString("proxy_kind");
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Proxy(
                        Proxy.Kind.valueOf(kind),
                        row.getString("proxy_host"),
                        row.getInt("proxy_port"),
                        Optional.ofNullable(row.getString("proxy_user"))));
    }
}
