package kith.store;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of table `chat`, by which messages are found, and what goes when they go.
final class Chats {

    private static final String FIND =
            "SELECT id, kind, archive, since, shown FROM chat WHERE account = ? AND peer = ?";

    private static final String ADD =
            "INSERT INTO chat (account, peer, kind, archive, shown) VALUES (?, ?, ?, ?, ?)";

    private static final String BECOME_ROOM =
            """
            UPDATE chat SET kind = 'ROOM', archive = ?, since = NULL, caught_up_to = NULL
            WHERE id = ?
            """;

    private static final String LAST_INCOMING =
            """
            SELECT m.id FROM message m WHERE m.chat = ? AND m.position < ? AND NOT m.mine
                AND m.content NOT IN ('REACTION', 'RETRACTION', 'PRIVATE')
            ORDER BY m.chat DESC, m.position DESC, m.id DESC FETCH FIRST ROW ONLY
            """;

    private static final String READ =
            """
            UPDATE chat SET unread = 0, mentioned = FALSE, read_to = COALESCE(?, read_to)
            WHERE id = ?
            """;

    private static final String MARKABLE =
            """
            UPDATE chat SET markable = ? WHERE id = ? AND (markable IS NULL
                OR (SELECT m.position FROM message m WHERE m.id = chat.markable) < ?)
            """;

    private static final String WORDS_AFTER =
            """
            SELECT m.id FROM message m WHERE m.chat = ? AND (m.position, m.id) > (?, ?)
                AND NOT m.mine AND m.content IN ('TEXT', 'FILE', 'PRIVATE', 'UNREADABLE')
            ORDER BY m.chat, m.position, m.id FETCH FIRST ? ROWS ONLY
            """;

    private static final String LESS_UNREAD =
            """
            UPDATE chat SET unread = unread - 1, mentioned = mentioned AND unread > 1 WHERE id = ?
            """;

    private static final String ARCHIVE_CHANGED =
            """
            UPDATE chat SET archive = ?, since = NULL, caught_up_to = NULL
            WHERE account = ? AND kind = 'CONTACT' AND archive <> ?
            """;

    private static final String REMOVE_MESSAGES_OF_ALL =
            "DELETE FROM message WHERE chat IN (SELECT id FROM chat WHERE account = ?)";

    private final Db db;
    private final Archives archives;

    Chats(Db db) {
        this.db = db;
        this.archives = new Archives(db);
    }

    Optional<Row> find(ChatKey key) {
        return db.find(FIND, row -> row(key, row), key.account(), key.peer());
    }

    /// All of them, in the order they were begun.
    List<ChatKey> all() {
        return db.query("SELECT account, peer FROM chat ORDER BY id", Jids::chat);
    }

    /// Finds a chat or makes it. One that was taken for a contact's becomes a room's when it is
    /// known to be, never the other way: a room's messages are only ever heard from a room.
    Row ensure(ChatKey key, Chat.Kind kind) {
        return ensure(key, kind, true);
    }

    /// The chat of what came. A reaction or a retraction alone makes none that is shown: anybody
    /// may send one, and there is nothing to read.
    Row ensure(ArrivingMessage message) {
        boolean isShown =
                !(message.content() instanceof Content.Reaction)
                        && !(message.content() instanceof Content.Retraction);
        var chat = ensure(message.chat(), message.kind(), isShown);
        return message.isPrivate() ? chat.withNames(archive(chat.key(), Chat.Kind.CONTACT)) : chat;
    }

    private Row ensure(ChatKey key, Chat.Kind kind, boolean isShown) {
        var known = find(key);
        if (known.isEmpty()) {
            int archive = archive(key, kind);
            long id = db.insert(ADD, key.account(), key.peer(), kind, archive, isShown);
            return new Row((int) id, key, kind, archive, Optional.empty(), isShown);
        }
        var chat = known.get();
        if (isShown && !chat.isShown()) {
            db.update("UPDATE chat SET shown = TRUE WHERE id = ?", chat.id());
        }
        if (kind == Chat.Kind.ROOM && chat.kind() == Chat.Kind.CONTACT) {
            int archive = archive(key, kind);
            db.update(BECOME_ROOM, archive, chat.id());
            return new Row(chat.id(), key, kind, archive, Optional.empty(), isShown);
        }
        return chat;
    }

    /// Messages with contacts get their ids from another archive from now on.
    void archiveChanged(AccountId account, BareJid address) {
        int archive = archives.ensure(account, address);
        db.update(ARCHIVE_CHANGED, archive, account, archive);
    }

    /// A message has come to the end of the chat: from the first of these on, it is known without a
    /// hole.
    void begin(Row chat, MessageKey message) {
        if (chat.since().isEmpty()) {
            setSince(chat, message);
        }
    }

    /// From this message on, the chat is known without a hole.
    void setSince(Row chat, MessageKey message) {
        db.update("UPDATE chat SET since = ? WHERE id = ?", message.row(), chat.id());
    }

    /// A page has taken a message to the end of the chat.
    void setCaughtUpTo(int chat, MessageKey message) {
        db.update("UPDATE chat SET caught_up_to = ? WHERE id = ?", message.row(), chat);
    }

    /// The last message that pages have taken to the end, in whatever session: all that pages bring
    /// towards now is after it, but for what they bring again.
    Optional<MessageKey> caughtUpTo(Row chat) {
        return key("SELECT caught_up_to FROM chat WHERE id = ?", chat);
    }

    /// There may be a hole after everything that is known of an archive.
    void forgetSince(int archive) {
        db.update("UPDATE chat SET since = NULL, caught_up_to = NULL WHERE archive = ?", archive);
    }

    /// The user has read what others wrote before this place, and nothing else is unread. How far
    /// that is, a room's archive has a name for only where it has the message: not of what is
    /// private.
    void markRead(Row chat, long before) {
        var last = db.find(LAST_INCOMING, row -> row.getLong(1), chat.id(), before);
        db.update(READ, last.orElse(null), chat.id());
    }

    /// The sender of a message wants to hear that it was read; of several, the last counts.
    void setMarkable(Row chat, Message message) {
        db.update(MARKABLE, message.key().row(), chat.id(), message.position());
    }

    /// How many messages of others came since the user last read.
    int unread(Row chat) {
        return db.find("SELECT unread FROM chat WHERE id = ?", row -> row.getInt(1), chat.id())
                .orElse(0);
    }

    /// The words of a message of others are gone. Those that are unread are the last in words, so
    /// it was one of them where fewer come after it.
    void wordsGone(Row chat, Message message) {
        int unread = unread(chat);
        if (unread == 0 || message.isMine()) {
            return;
        }
        var after =
                db.query(
                        WORDS_AFTER,
                        row -> row.getLong(1),
                        chat.id(),
                        message.position(),
                        message.key().row(),
                        unread);
        if (after.size() < unread) {
            db.update(LESS_UNREAD, chat.id());
        }
    }

    /// The last of others' messages that the user has read.
    Optional<MessageKey> readTo(Row chat) {
        return key("SELECT read_to FROM chat WHERE id = ?", chat);
    }

    /// The last of our messages that the other side has read.
    Optional<MessageKey> peerRead(Row chat) {
        return key("SELECT peer_read FROM chat WHERE id = ?", chat);
    }

    /// Whom a room says we are (XEP-0421 §4).
    Optional<String> ourOccupantId(Row room) {
        return db.find(
                        "SELECT occupant_id FROM chat WHERE id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        room.id())
                .flatMap(id -> id);
    }

    /// A room has said whom we are to it.
    void setOurOccupantId(Row room, String id) {
        if (!ourOccupantId(room).equals(Optional.of(id))) {
            db.update("UPDATE chat SET occupant_id = ? WHERE id = ?", id, room.id());
        }
    }

    private Optional<MessageKey> key(String sql, Row chat) {
        return db.find(sql, row -> row.getLong(1), chat.id())
                .filter(row -> row > 0) // none reads as 0
                .map(MessageKey::new);
    }

    void remove(ChatKey key) {
        find(key)
                .ifPresent(
                        chat -> {
                            db.update("DELETE FROM message WHERE chat = ?", chat.id());
                            db.update("DELETE FROM chat WHERE id = ?", chat.id());
                        });
    }

    void removeAll(AccountId account) {
        db.update(REMOVE_MESSAGES_OF_ALL, account);
        db.update("DELETE FROM chat WHERE account = ?", account);
    }

    /// A room has an archive of its own, everyone else is in the account's (XEP-0313 §3).
    private int archive(ChatKey key, Chat.Kind kind) {
        return switch (kind) {
            case ROOM -> archives.ensure(key.account(), key.peer());
            case CONTACT -> archives.ensure(key.account(), address(key.account()));
        };
    }

    private BareJid address(AccountId account) {
        return db.find(
                        "SELECT address FROM account WHERE id = ?",
                        row -> JidCreate.bareFromOrThrowUnchecked(row.getString(1)),
                        account)
                .orElseThrow(() -> new IllegalArgumentException("no " + account));
    }

    private static Row row(ChatKey key, ResultSet row) throws SQLException {
        return new Row(
                row.getInt("id"),
                key,
                Chat.Kind.valueOf(row.getString("kind")),
                row.getInt("archive"),
                since(row),
                row.getBoolean("shown"));
    }

    private static Optional<Long> since(ResultSet row) throws SQLException {
        long since = row.getLong("since");
        return row.wasNull() ? Optional.empty() : Optional.of(since);
    }

    /// One chat.
    ///
    /// @param archive the number of the archive that its messages get their ids from
    /// @param since the message from which on it is known without a hole, in the archive's order;
    ///   none where nothing is
    /// @param isShown whether it is a chat to the user: not while nothing came but reactions and
    ///   retractions
    record Row(
            int id,
            ChatKey key,
            Chat.Kind kind,
            int archive,
            Optional<Long> since,
            boolean isShown) {

        /// The same where a message gets its name from another archive: what is private in a room
        /// is in the account's (XEP-0313 §6.1.2).
        Row withNames(int fromArchive) {
            return new Row(id, key, kind, fromArchive, since, isShown);
        }

        /// Whether one of its messages was written on this device: what comes from a room has an
        /// address in it.
        boolean isWrittenHere(Author author) {
            return !author.address().asBareJid().equals(key.peer());
        }
    }
}
