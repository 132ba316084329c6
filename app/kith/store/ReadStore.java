package kith.store;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Who has read what: the user here and on their other devices, and the people they write to.
/// Columns `read_to`, `told_to`, `markable` and `peer_read` of table `chat`.
///
/// What was read stays read: nothing here goes back, whatever order it is heard in. The order is
/// that of the chat. Core lane only.
public final class ReadStore {

    private static final String UNTOLD =
            """
            SELECT c.account, c.peer, c.kind, r.id, r.archive_id, r.position, m.stanza_id,
                   m.archive_id AS markable_id, m.position AS markable, t.position AS told
            FROM chat c LEFT JOIN message r ON r.id = c.read_to
            LEFT JOIN message t ON t.id = c.told_to LEFT JOIN message m ON m.id = c.markable
            WHERE c.account = ? AND r.id IS NOT NULL
                AND (c.told_to IS NULL OR c.told_to <> c.read_to)
            ORDER BY c.id
            """;

    private static final String UNREAD_AFTER =
            """
            SELECT COUNT(*) FROM message m WHERE m.chat = ? AND (m.position, m.id) > (?, ?)
                AND NOT m.mine AND m.content IN ('TEXT', 'FILE', 'PRIVATE', 'UNREADABLE')
            """;

    private static final String CALLED =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                     FROM message m WHERE m.chat = ? AND m.stanza_id = ? AND NOT m.mine
                    ORDER BY m.chat DESC, m.stanza_id DESC, m.position DESC, m.id DESC
                    FETCH FIRST ROW ONLY
                    """;

    private static final String READ_ELSEWHERE =
            """
            UPDATE chat SET unread = LEAST(unread, ?), mentioned = mentioned AND ? > 0,
                            read_to = ?, told_to = ? WHERE id = ?
            """;

    private static final String UNSEEN =
            "SELECT "
                    + MessageRows.COLUMNS
                    + """
                    FROM message m WHERE m.chat = ? AND m.position > ?
                        AND (m.position, m.id) <= (?, ?)
                        AND m.mine AND m.delivery IN ('ON_SERVER', 'DELIVERED')
                    ORDER BY m.chat, m.position, m.id
                    """;

    private final Db db;
    private final Chats chats;
    private final Positions positions;
    private final MessageTable table;
    private final OwnMessages own;
    private final Identity identity;
    private final MessageReads reads;

    /// @param messages says what is otherwise by what is written here, too
    public ReadStore(Db db, MessageStore messages) {
        this.db = db;
        this.chats = new Chats(db);
        this.positions = new Positions(db);
        this.table = messages.table();
        this.own = messages.own();
        this.reads = new MessageReads(db, chats);
        this.identity = new Identity(db);
    }

    /// What the user has read that their other devices and the senders have not been told.
    ///
    /// @return one for each chat where there is something; immutable
    public List<ReadMark> untold(AccountId account) {
        return db.query(UNTOLD, ReadStore::mark, account);
    }

    /// It was told how far a chat is read.
    public void told(ReadMark mark) {
        chats.find(mark.chat())
                .ifPresent(
                        chat ->
                                db.update(
                                        "UPDATE chat SET told_to = ? WHERE id = ?",
                                        mark.to().row(),
                                        chat.id()));
    }

    /// Another device of the user's says how far a chat is read there (XEP-0490).
    ///
    /// @param archiveId the message's name in the chat's archive
    /// @return how many are unread now, where that changed what is read; empty also for a message
    ///   that is not in the store
    public OptionalInt readElsewhere(ChatKey key, String archiveId) {
        return chats.find(key)
                .flatMap(
                        chat ->
                                identity.named(chat.archive(), archiveId)
                                        .flatMap(row -> reads.find(new MessageKey(row)))
                                        .filter(message -> message.chat().equals(key))
                                        .map(message -> readTo(chat, message)))
                .orElse(OptionalInt.empty());
    }

    /// The same, of a message that is named as its sender did: the last of them. It may be one that
    /// corrects another.
    public OptionalInt seenElsewhere(ChatKey key, String id) {
        return chats.find(key)
                .flatMap(
                        chat ->
                                db.find(CALLED, MessageRows.of(key), chat.id(), id)
                                        .map(message -> readTo(chat, message)))
                .orElse(OptionalInt.empty());
    }

    /// Whether the user has read as far as a message, here or elsewhere.
    public boolean isRead(Message message) {
        return chats.find(message.chat())
                .flatMap(chats::readTo)
                .flatMap(positions::find)
                .filter(position -> position >= message.position())
                .isPresent();
    }

    /// Whether a chat's archive is known to have a message of this name.
    public boolean knows(ChatKey key, String archiveId) {
        return chats.find(key)
                .flatMap(chat -> identity.named(chat.archive(), archiveId))
                .isPresent();
    }

    /// The other side has read a message of ours, and with it all before (XEP-0333 §4.2).
    ///
    /// @param id the one it was sent with
    /// @param by which device of theirs says so
    /// @param at when it did
    /// @return those that are read only now; none where nobody wrote such a message to this peer
    public List<Message> readByPeer(
            AccountId account, BareJid peer, String id, Optional<Jid> by, Instant at) {
        return own.find(account, id)
                .filter(message -> message.chat().peer().equals(peer))
                .map(message -> db.atomically(() -> readByPeer(message, by, at)))
                .orElse(List.of());
    }

    private List<Message> readByPeer(Message message, Optional<Jid> by, Instant at) {
        var arrived = own.arrived(message, Delivery.READ, by, at);
        var last =
                arrived.stream()
                        .filter(each -> each.key().equals(message.key()))
                        .findFirst()
                        .orElse(message);
        var chat = chats.find(last.chat()).orElseThrow();
        long before = chats.peerRead(chat).flatMap(positions::find).orElse(Long.MIN_VALUE);
        if (last.position() <= before) {
            return arrived;
        }
        db.update("UPDATE chat SET peer_read = ? WHERE id = ?", last.key().row(), chat.id());
        var unseen =
                db.query(
                        UNSEEN,
                        MessageRows.of(chat.key()),
                        chat.id(),
                        before,
                        last.position(),
                        last.key().row());
        var read = unseen.stream().map(each -> each.with(Delivery.READ)).toList();
        for (var each : read) {
            table.change(chat, each);
            own.step(each, Delivery.READ, by, at);
        }
        return Stream.concat(arrived.stream(), read.stream()).toList();
    }

    private OptionalInt readTo(Chats.Row chat, Message message) {
        var before = chats.readTo(chat).flatMap(positions::find).orElse(Long.MIN_VALUE);
        if (message.position() <= before || message.position() >= Positions.PENDING) {
            return OptionalInt.empty();
        }
        long row = message.key().row();
        int left =
                db.find(UNREAD_AFTER, count -> count.getInt(1), chat.id(), message.position(), row)
                        .orElse(0);
        db.update(READ_ELSEWHERE, left, left, row, row, chat.id());
        return OptionalInt.of(left);
    }

    private static ReadMark mark(ResultSet row) throws SQLException {
        var kind = Chat.Kind.valueOf(row.getString("kind"));
        var called = kind == Chat.Kind.ROOM ? "markable_id" : "stanza_id";
        long markable = row.getLong("markable");
        long told = row.getLong("told");
        boolean isDue = markable > told && markable <= row.getLong("position");
        return new ReadMark(
                Jids.chat(row),
                kind,
                new MessageKey(row.getLong("id")),
                Optional.ofNullable(row.getString("archive_id")),
                Optional.ofNullable(row.getString(called)).filter(_ -> isDue));
    }
}
