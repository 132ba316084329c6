package kith.store;

import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Reader;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Up to where those in rooms have seen them: table `room_reader`, one row of each. Core lane only.
public final class RoomReaderStore {

    private static final String ALL =
            """
            SELECT c.account, c.peer, r.reader, r.nick, r.known, r.message, r.at, m.position
            FROM room_reader r JOIN chat c ON c.id = r.chat JOIN message m ON m.id = r.message
            ORDER BY r.at
            """;

    private static final String PUT =
            """
            MERGE INTO room_reader (chat, reader, nick, known, message, at)
                KEY (chat, reader, known)
                SELECT id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BOOLEAN),
                       CAST(? AS BIGINT), CAST(? AS TIMESTAMP(3) WITH TIME ZONE)
                FROM chat WHERE account = ? AND peer = ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM room_reader WHERE reader = ? AND known = ?
                AND chat = (SELECT id FROM chat WHERE account = ? AND peer = ?)
            """;

    private final Db db;
    private final Chats chats;
    private final MessageReads reads;
    private final Identity identity;

    public RoomReaderStore(Db db) {
        this.db = db;
        this.chats = new Chats(db);
        this.reads = new MessageReads(db, chats);
        this.identity = new Identity(db);
    }

    /// One of a room.
    public record Stored(ChatKey room, Reader reader) {}

    /// All whose message is still there, in the order in which they said so.
    public List<Stored> all() {
        return db.query(ALL, RoomReaderStore::stored);
    }

    /// Keeps how far somebody is now.
    public void put(ChatKey room, Reader reader) {
        db.update(
                PUT,
                key(reader),
                reader.nick(),
                reader.occupantId().isPresent(),
                reader.message().row(),
                reader.at(),
                room.account(),
                room.peer());
    }

    /// Forgets somebody.
    public void remove(ChatKey room, Reader reader) {
        db.update(
                REMOVE, key(reader), reader.occupantId().isPresent(), room.account(), room.peer());
    }

    /// The message that a room's archive calls so; empty where it isn't here.
    public Optional<Message> named(ChatKey room, String archiveId) {
        return chats.find(room)
                .flatMap(chat -> identity.named(chat.archive(), archiveId))
                .flatMap(row -> reads.find(new MessageKey(row)))
                .filter(message -> message.chat().equals(room));
    }

    private static String key(Reader reader) {
        return reader.occupantId().orElse(reader.nick());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        boolean isKnown = row.getBoolean("known");
        return new Stored(
                Jids.chat(row),
                new Reader(
                        row.getString("nick"),
                        isKnown ? Optional.of(row.getString("reader")) : Optional.empty(),
                        new MessageKey(row.getLong("message")),
                        row.getLong("position"),
                        row.getObject("at", Instant.class)));
    }
}
