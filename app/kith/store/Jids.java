package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads addresses from columns. What is stored was an address once, so nothing can fail here but a
/// damaged database.
final class Jids {

    private Jids() {}

    static BareJid bare(ResultSet row, String column) throws SQLException {
        return JidCreate.bareFromOrThrowUnchecked(row.getString(column));
    }

    static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getInt("account"));
    }

    /// From the columns `account` and `peer`.
    static ChatKey chat(ResultSet row) throws SQLException {
        return new ChatKey(account(row), bare(row, "peer"));
    }
}
