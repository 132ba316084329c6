package kith.store;

import kith.model.Alerts;
import kith.model.ChatKey;
import kith.model.Mute;
import kith.model.SharedFlags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the server last had of what the user has chosen for chats: table `chat_shared`, at most one
/// row of each chat.
///
/// Core lane only.
public final class SharedFlagStore {

    private static final String ALL =
            """
            SELECT c.account, c.peer, s.pinned, s.muted, s.muted_until, s.alerts
            FROM chat_shared s JOIN chat c ON c.id = s.chat
            """;

    private static final String PUT =
            """
            MERGE INTO chat_shared (chat, pinned, muted, muted_until, alerts) KEY (chat)
                SELECT id, CAST(? AS BOOLEAN), CAST(? AS BOOLEAN),
                    CAST(? AS TIMESTAMP(3) WITH TIME ZONE), CAST(? AS VARCHAR)
                FROM chat WHERE account = ? AND peer = ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM chat_shared
            WHERE chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private final Db db;

    public SharedFlagStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public Map<ChatKey, SharedFlags> all() {
        List<Map.Entry<ChatKey, SharedFlags>> flags =
                db.query(ALL, row -> Map.entry(Jids.chat(row), flags(row)));
        return flags.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps what the server has in place of what it had; nothing where there is no such chat.
    public void put(ChatKey chat, SharedFlags flags) {
        if (flags.equals(SharedFlags.NONE)) {
            db.update(REMOVE, chat.account(), chat.peer());
            return;
        }
        db.update(
                PUT,
                flags.isPinned(),
                !(flags.mute() instanceof Mute.Off),
                FlagStore.end(flags.mute()),
                flags.alerts().map(Alerts::name),
                chat.account(),
                chat.peer());
    }

    /// Keeps these and no others.
    public void replaceAll(Map<ChatKey, SharedFlags> flags) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM chat_shared");
                    flags.forEach(this::put);
                });
    }

    private static SharedFlags flags(ResultSet row) throws SQLException {
        return new SharedFlags(
                row.getBoolean("pinned"), FlagStore.mute(row), FlagStore.alerts(row));
    }
}
