package kith.store;

import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads messages in the order of their chat: each page is one range of the index
/// `message_in_chat`, whose columns the order names, so that nothing is sorted however long the
/// chat is.
final class MessageReads {

    private static final int EXPORT_PAGE = 500;

    private static final String OF_CHAT =
            "SELECT "
                    + MessageRows.COLUMNS
                    + " FROM message m WHERE m.chat = ? AND m.amends IS NULL"
                    + " AND m.content NOT IN ('REACTION', 'RETRACTION')";

    static final String BEFORE =
            OF_CHAT
                    + """
                     AND (m.position, m.id) < (?, ?)
                    ORDER BY m.chat DESC, m.position DESC, m.id DESC FETCH FIRST ? ROWS ONLY
                    """;

    static final String AFTER =
            OF_CHAT
                    + """
                     AND (m.position, m.id) > (?, ?)
                    ORDER BY m.chat, m.position, m.id FETCH FIRST ? ROWS ONLY
                    """;

    private static final String FIND =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM message m LEFT JOIN chat c ON c.id = m.chat
                    WHERE m.id = ?
                    """;

    static final String WRITTEN =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    , c.account, c.peer FROM message m LEFT JOIN chat c ON c.id = m.chat
                    WHERE m.id > ? ORDER BY m.id FETCH FIRST ? ROWS ONLY
                    """;

    private static final String LAST =
            "SELECT m.id FROM message m WHERE m.id > 0 ORDER BY m.id DESC FETCH FIRST ROW ONLY";

    private static final String COUNT =
            "SELECT COUNT(*) FROM message WHERE chat = ? AND amends IS NULL"
                    + " AND content NOT IN ('REACTION', 'RETRACTION')";

    private final Db db;
    private final Chats chats;

    MessageReads(Db db, Chats chats) {
        this.db = db;
        this.chats = chats;
    }

    Optional<Message> find(MessageKey key) {
        return db.find(FIND, MessageRows::ofAny, key.row());
    }

    List<Message> written(MessageKey after, int limit) {
        return db.query(WRITTEN, MessageRows::ofAny, after.row(), limit);
    }

    Optional<MessageKey> last() {
        return db.find(LAST, row -> new MessageKey(row.getLong(1)));
    }

    long count(ChatKey chat) {
        return chats.find(chat)
                .flatMap(row -> db.find(COUNT, count -> count.getLong(1), row.id()))
                .orElse(0L);
    }

    List<Message> newest(ChatKey chat, int limit) {
        return page(BEFORE, chat, Long.MAX_VALUE, Long.MAX_VALUE, limit).reversed();
    }

    List<Message> oldest(ChatKey chat, int limit) {
        return page(AFTER, chat, Long.MIN_VALUE, Long.MIN_VALUE, limit);
    }

    List<Message> older(ChatKey chat, Message than, int limit) {
        return page(BEFORE, chat, place(than), than.key().row(), limit).reversed();
    }

    List<Message> newer(ChatKey chat, Message than, int limit) {
        return page(AFTER, chat, place(than), than.key().row(), limit);
    }

    /// After where a message stood when it was read, wherever it stands now.
    List<Message> following(ChatKey chat, Message read, int limit) {
        return page(AFTER, chat, read.position(), read.key().row(), limit);
    }

    Optional<Message> firstFrom(ChatKey chat, Instant time) {
        return page(AFTER, chat, Positions.of(time), 0, 1).stream().findFirst();
    }

    /// Page by page, so that neither the rows nor the order of the core lane's work are held up by
    /// a result that is open.
    void each(ChatKey chat, Consumer<Message> consumer) {
        var page = page(AFTER, chat, Long.MIN_VALUE, Long.MIN_VALUE, EXPORT_PAGE);
        page.forEach(consumer);
        while (page.size() == EXPORT_PAGE) {
            var last = page.getLast();
            page = page(AFTER, chat, last.position(), last.key().row(), EXPORT_PAGE);
            page.forEach(consumer);
        }
    }

    /// Where a message stands now; one that is gone stood where it did.
    private long place(Message message) {
        return find(message.key()).orElse(message).position();
    }

    private List<Message> page(String sql, ChatKey chat, long position, long row, int limit) {
        return chats.find(chat)
                .map(known -> db.query(sql, MessageRows.of(chat), known.id(), position, row, limit))
                .orElse(List.of());
    }
}
