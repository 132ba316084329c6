package kith.store;

import kith.model.AccountId;
import kith.model.ContinuedChat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Where chats of two went on as groups: table `continuation`, a row for each group.
///
/// Core lane only.
public final class ContinuationStore {

    private static final String ALL =
            """
            SELECT account, peer, room, name, at FROM continuation
            WHERE account = ? ORDER BY at, peer, room
            """;

    private static final String PUT =
            """
            MERGE INTO continuation (account, peer, room, name, at)
            KEY (account, peer, room) VALUES (?, ?, ?, ?, ?)
            """;

    private final Db db;

    public ContinuationStore(Db db) {
        this.db = db;
    }

    /// Those of an account, oldest first.
    ///
    /// @return immutable
    public List<ContinuedChat> all(AccountId account) {
        return db.query(ALL, ContinuationStore::continued, account);
    }

    /// Keeps one, in place of what was known of the chat and the group.
    public void put(ContinuedChat continued) {
        var chat = continued.chat();
        db.update(
                PUT,
                chat.account(),
                chat.peer(),
                continued.group(),
                continued.name(),
                continued.at());
    }

    private static ContinuedChat continued(ResultSet row) throws SQLException {
        return new ContinuedChat(
                Jids.chat(row),
                Jids.bare(row, "room"),
                row.getString("name"),
                row.getObject("at", Instant.class));
    }
}
