package kith.store;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Message;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The chats, each with its newest message and what is unread: table `chat`.
///
/// Core lane only.
public final class ChatStore {

    static final String ALL =
            "SELECT c.account, c.peer, c.kind, c.unread, c.mentioned, "
                    + MessageRows.COLUMNS
                    + """
                    FROM chat c LEFT JOIN message m ON m.id =
                        (SELECT newest.id FROM message newest
                         WHERE newest.chat = c.id AND newest.position <= 9223372036854775807
                             AND newest.amends IS NULL AND newest.content NOT IN ('REACTION', 'RETRACTION')
                         ORDER BY newest.chat DESC, newest.position DESC, newest.id DESC
                         FETCH FIRST ROW ONLY)
                    WHERE c.shown ORDER BY c.id
                    """;

    private final Db db;
    private final Chats chats;
    private final Steps steps;

    public ChatStore(Db db) {
        this.db = db;
        this.chats = new Chats(db);
        this.steps = new Steps(db);
    }

    /// All chats, in the order they were begun. The title is the address: names are in the roster
    /// and with the rooms.
    ///
    /// @return immutable
    public List<Chat> all() {
        return db.query(ALL, ChatStore::chat);
    }

    /// Makes sure that there is such a chat.
    public void ensure(ChatKey chat, Chat.Kind kind) {
        chats.ensure(chat, kind);
    }

    /// The user has read everything that is in the chat now.
    ///
    /// @param isSeen whether they have it before them; else they only say so
    public void markRead(ChatKey chat, boolean isSeen) {
        chats.find(chat)
                .ifPresent(
                        row ->
                                db.atomically(
                                        () -> {
                                            if (isSeen) {
                                                steps.see(row, chats.unread(row));
                                            }
                                            chats.markRead(row, Positions.PENDING);
                                        }));
    }

    /// One of the unread messages names the user.
    public void mention(ChatKey chat) {
        chats.find(chat)
                .ifPresent(
                        row ->
                                db.update(
                                        "UPDATE chat SET mentioned = TRUE WHERE id = ?", row.id()));
    }

    /// Removes a chat and its messages.
    public void remove(ChatKey chat) {
        db.atomically(() -> chats.remove(chat));
    }

    private static Chat chat(ResultSet row) throws SQLException {
        var key = Jids.chat(row);
        return new Chat(
                key,
                Chat.Kind.valueOf(row.getString("kind")),
                key.peer().toString(),
                Optional.ofNullable(last(row, key)),
                row.getInt("unread"),
                row.getBoolean("mentioned"),
                List.of());
    }

    private static @Nullable Message last(ResultSet row, ChatKey key) throws SQLException {
        return row.getString("sender") == null ? null : MessageRows.of(key).map(row);
    }
}
