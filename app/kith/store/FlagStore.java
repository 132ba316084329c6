package kith.store;

import kith.model.Alerts;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.model.Mute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the user has chosen for chats: table `chat_flag`, at most one row of each chat.
///
/// Core lane only.
public final class FlagStore {

    private static final String ALL =
            """
            SELECT c.account, c.peer, f.pinned, f.muted, f.muted_until, f.alerts, f.archived,
                f.archived_to, f.marked_unread
            FROM chat_flag f JOIN chat c ON c.id = f.chat
            """;

    private static final String PUT =
            """
            MERGE INTO chat_flag (chat, pinned, muted, muted_until, alerts, archived,
                archived_to, marked_unread) KEY (chat)
                SELECT id, CAST(? AS INTEGER), CAST(? AS BOOLEAN),
                    CAST(? AS TIMESTAMP(3) WITH TIME ZONE), CAST(? AS VARCHAR), CAST(? AS BOOLEAN),
                    CAST(? AS BIGINT), CAST(? AS BOOLEAN)
                FROM chat WHERE account = ? AND peer = ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM chat_flag
            WHERE chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private final Db db;

    public FlagStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public Map<ChatKey, ChatFlags> all() {
        List<Map.Entry<ChatKey, ChatFlags>> flags =
                db.query(ALL, row -> Map.entry(Jids.chat(row), flags(row)));
        return flags.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Keeps what was chosen for a chat in place of what was; nothing where there is no such chat.
    public void put(ChatKey chat, ChatFlags flags) {
        if (flags.equals(ChatFlags.NONE)) {
            db.update(REMOVE, chat.account(), chat.peer());
            return;
        }
        db.update(
                PUT,
                flags.pinned(),
                flags.isMuted(),
                end(flags.mute()),
                flags.alerts().map(Alerts::name),
                flags.isArchived(),
                flags.archived().flatMap(ChatFlags.Archived::newest).map(MessageKey::row),
                flags.isMarkedUnread(),
                chat.account(),
                chat.peer());
    }

    /// Keeps these and no others.
    public void replaceAll(Map<ChatKey, ChatFlags> flags) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM chat_flag");
                    flags.forEach(this::put);
                });
    }

    static Optional<Instant> end(Mute mute) {
        return mute instanceof Mute.Until(var end) ? Optional.of(end) : Optional.empty();
    }

    private static ChatFlags flags(ResultSet row) throws SQLException {
        return new ChatFlags(
                Optional.ofNullable(row.getObject("pinned", Integer.class)),
                mute(row),
                alerts(row),
                archived(row),
                row.getBoolean("marked_unread"));
    }

    static Mute mute(ResultSet row) throws SQLException {
        var until = row.getObject("muted_until", Instant.class);
        if (!row.getBoolean("muted")) {
            return new Mute.Off();
        }
        return until == null ? new Mute.Always() : new Mute.Until(until);
    }

    static Optional<Alerts> alerts(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("alerts")).map(Alerts::valueOf);
    }

    private static Optional<ChatFlags.Archived> archived(ResultSet row) throws SQLException {
        var newest = Optional.ofNullable(row.getObject("archived_to", Long.class));
        return row.getBoolean("archived")
                ? Optional.of(new ChatFlags.Archived(newest.map(MessageKey::new)))
                : Optional.empty();
    }
}
