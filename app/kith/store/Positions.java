package kith.store;

import kith.model.MessageKey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Where in its chat a message stands: column `position` of table `message`.
///
/// The order is the archive's, which clocks must not change (their stamps may be of whole seconds,
/// tie, or go back). A position begins as the server's time, with room for 65,536 messages in each
/// millisecond, and gives way to what is known better: a live message comes after all before it,
/// one on an archive's page between its neighbours there.
///
/// Above all those are the messages of ours that the server doesn't have: they are last, in the
/// order they were written, until it has them.
final class Positions {

    private static final long PER_MILLISECOND = 1L << 16;

    /// Into so many parts a gap is cut for the first that comes to stand in it.
    private static final long PARTS = 256;

    /// From here on is what the server doesn't have; the time of the rest ends here in the year
    /// 4199.
    static final long PENDING = 1L << 62;

    /// A stamp beyond is forged or a mistake; what comes after it must still find room.
    private static final Instant LATEST = Instant.parse("4000-01-01T00:00:00Z");

    private static final Instant EARLIEST = Instant.EPOCH;

    private static final String OF = "SELECT position FROM message WHERE id = ?";

    private static final String LAST_BELOW =
            """
            SELECT position FROM message WHERE chat = ? AND position < ?
            ORDER BY chat DESC, position DESC, id DESC FETCH FIRST ROW ONLY
            """;

    private static final String LAST_BEFORE =
            """
            SELECT position FROM message WHERE chat = ? AND position < ? AND id < ?
            ORDER BY chat DESC, position DESC, id DESC FETCH FIRST ROW ONLY
            """;

    private static final String LAST_OF_ALL =
            """
            SELECT position FROM message WHERE chat = ? AND position < ? AND content <> 'PRIVATE'
            ORDER BY chat DESC, position DESC, id DESC FETCH FIRST ROW ONLY
            """;

    private static final String FIRST_FROM =
            """
            SELECT position FROM message WHERE chat = ? AND position >= ? AND position < ?
            ORDER BY chat, position, id FETCH FIRST ROW ONLY
            """;

    private static final String FIRST =
            """
            SELECT id FROM message WHERE chat = ? AND position >= ? AND position < ?
                AND amends IS NULL AND content NOT IN ('REACTION', 'RETRACTION')
            ORDER BY chat, position, id FETCH FIRST ROW ONLY
            """;

    private final Db db;

    Positions(Db db) {
        this.db = db;
    }

    /// After everything that the server has.
    long last(Chats.Row chat, Instant at) {
        return lastBelow(chat, PENDING)
                .map(last -> Math.max(of(at), last + PER_MILLISECOND))
                .orElse(of(at));
    }

    /// After everything of the chat's own archive that the server has: what is private in a room is
    /// in another, whose stamps say nothing of what this one has still to bring.
    long lastOfArchive(Chats.Row chat, Instant at) {
        return db.find(LAST_OF_ALL, row -> row.getLong(1), chat.id(), PENDING)
                .map(last -> Math.max(of(at), last + PER_MILLISECOND))
                .orElse(of(at));
    }

    /// After a neighbour, before what else stands after that. Where no room is left there, after
    /// everything that the server has.
    long after(Chats.Row chat, Instant at, long previous) {
        return db.find(FIRST_FROM, row -> row.getLong(1), chat.id(), previous + 1, PENDING)
                .filter(next -> next - previous > 1)
                .map(next -> between(previous, next, of(at)))
                .orElseGet(() -> last(chat, at));
    }

    /// The same, but not before what was earlier.
    long byStampAfter(Chats.Row chat, Instant at, long previous) {
        long last = last(chat, at);
        if (last - PER_MILLISECOND <= Math.max(previous, of(at))) {
            return last; // nothing is later
        }
        long earlier = lastBelow(chat, of(at) + 1).orElse(previous);
        return after(chat, at, Math.max(previous, earlier));
    }

    /// Near the first, so that others find room behind it.
    private static long between(long previous, long next, long wanted) {
        long gap = next - previous;
        return wanted > previous && wanted <= previous + gap / 2
                ? wanted
                : previous + Math.clamp(gap / PARTS, 1, PER_MILLISECOND);
    }

    /// After everything.
    long pending(Chats.Row chat) {
        return lastBelow(chat, Long.MAX_VALUE)
                .map(last -> Math.max(PENDING, last + 1))
                .orElse(PENDING);
    }

    /// Where the last stands of what the server has and came in, or was written, before a message.
    Optional<Long> lastBefore(Chats.Row chat, MessageKey message) {
        return db.find(LAST_BEFORE, row -> row.getLong(1), chat.id(), PENDING, message.row());
    }

    /// Where a message stands.
    Optional<Long> find(MessageKey message) {
        return db.find(OF, row -> row.getLong(1), message.row());
    }

    /// The first message of a chat that shows itself and that the server had then or later.
    Optional<MessageKey> first(int chat, Instant at) {
        return db.find(FIRST, row -> row.getLong(1), chat, of(at), PENDING).map(MessageKey::new);
    }

    /// Where what is known of a chat without a hole begins; the end of what the server has, where
    /// nothing is.
    long since(Chats.Row chat) {
        return chat.since()
                .flatMap(id -> db.find(OF, row -> row.getLong(1), id))
                .filter(position -> position < PENDING)
                .orElse(PENDING);
    }

    /// Where the stamp alone says: after everything of its time. A stamp of a whole second may be
    /// of any time in it.
    long byStamp(Chats.Row chat, Instant at) {
        boolean isWhole = at.equals(at.truncatedTo(ChronoUnit.SECONDS));
        long end = of(at) + (isWhole ? 1000 : 1) * PER_MILLISECOND;
        return lastBelow(chat, end).map(last -> Math.max(of(at), last + 1)).orElse(of(at));
    }

    /// Before a message that is newer, as far before it as the time between them.
    ///
    /// @param newer its position; the greatest of all for none
    long before(Chats.Row chat, Instant at, long newer) {
        long wanted = of(at) + PER_MILLISECOND / 2;
        if (wanted >= newer) {
            return newer - 1;
        }
        return db.find(
                        FIRST_FROM,
                        row -> row.getLong(1) - 1,
                        chat.id(),
                        of(at),
                        Math.min(of(at) + PER_MILLISECOND, newer))
                .orElse(wanted);
    }

    private Optional<Long> lastBelow(Chats.Row chat, long bound) {
        return db.find(LAST_BELOW, row -> row.getLong(1), chat.id(), bound);
    }

    /// Where a message would stand by its time alone.
    static long of(Instant at) {
        var bounded = at.isAfter(LATEST) ? LATEST : at.isBefore(EARLIEST) ? EARLIEST : at;
        return bounded.toEpochMilli() * PER_MILLISECOND;
    }
}
