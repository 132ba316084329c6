package kith.store;

import kith.model.AccountId;
import kith.model.ArchiveRange;
import kith.model.ChatKey;
import kith.model.Hole;

import org.jxmpp.jid.BareJid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of each archive is in the store without a hole: table `mam_range`, one row per stretch.
///
/// Whoever asks the archive decides how they grow and when two have become one; a range must never
/// be written before its messages.
///
/// Core lane only.
public final class ArchiveStore {

    private static final String RANGES =
            """
            SELECT r.id, a.account, a.address, r.from_id, r.from_at, r.to_id, r.to_at,
                   r.start_reached
            FROM archive a JOIN mam_range r ON r.archive = a.id
            WHERE a.account = ? AND a.address = ? ORDER BY r.to_at DESC, r.id DESC
            """;

    private static final String ADD =
            """
            INSERT INTO mam_range (archive, from_id, from_at, to_id, to_at, start_reached)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String PUT =
            """
            UPDATE mam_range SET from_id = ?, from_at = ?, to_id = ?, to_at = ?, start_reached = ?
            WHERE id = ?
            """;

    private static final String RANGES_OF_CHAT =
            """
            SELECT c.id, r.from_at, r.to_at, r.start_reached
            FROM chat c JOIN mam_range r ON r.archive = c.archive
            WHERE c.account = ? AND c.peer = ? ORDER BY r.to_at DESC, r.id DESC
            """;

    private final Db db;
    private final Positions positions;
    private final Archives archives;

    public ArchiveStore(Db db) {
        this.db = db;
        this.archives = new Archives(db);
        this.positions = new Positions(db);
    }

    /// The ranges of an archive, newest first; between two of them is a hole.
    ///
    /// @return immutable; empty for an archive that was never asked
    public List<ArchiveRange> ranges(AccountId account, BareJid archive) {
        return db.query(RANGES, ArchiveStore::range, account, archive);
    }

    /// The range that reaches furthest towards now.
    public Optional<ArchiveRange> newest(AccountId account, BareJid archive) {
        return db.find(RANGES, ArchiveStore::range, account, archive);
    }

    /// Where messages of a chat are missing, or may be: before each range, unless that begins with
    /// the archive or where another ends.
    ///
    /// @return newest first; immutable
    public List<Hole> holes(ChatKey chat) {
        var ranges = db.query(RANGES_OF_CHAT, ArchiveStore::stretch, chat.account(), chat.peer());
        var holes = new ArrayList<Hole>();
        for (int at = 0; at < ranges.size(); at++) {
            var range = ranges.get(at);
            var older = ranges.subList(at + 1, ranges.size()).stream().findFirst();
            boolean isHole =
                    older.map(it -> it.to().isBefore(range.from())).orElse(!range.isStartReached());
            if (isHole) {
                positions
                        .first(range.chat(), range.from())
                        .ifPresent(it -> holes.add(new Hole(it, range.isStartReached())));
            }
        }
        return List.copyOf(holes);
    }

    /// Begins a range.
    public ArchiveRange add(
            AccountId account,
            BareJid archive,
            String fromId,
            Instant fromAt,
            String toId,
            Instant toAt,
            boolean isStartReached) {
        int number = archives.ensure(account, archive);
        long row = db.insert(ADD, number, fromId, fromAt, toId, toAt, isStartReached);
        return new ArchiveRange(row, account, archive, fromId, fromAt, toId, toAt, isStartReached);
    }

    /// Changes a range to reach as far as given.
    public void put(ArchiveRange range) {
        db.update(
                PUT,
                range.fromId(),
                range.fromAt(),
                range.toId(),
                range.toAt(),
                range.isStartReached(),
                range.row());
    }

    /// Removes a range that another has grown over.
    public void remove(ArchiveRange range) {
        db.update("DELETE FROM mam_range WHERE id = ?", range.row());
    }

    /// A range of the archive that a chat is in.
    private record Stretch(int chat, Instant from, Instant to, boolean isStartReached) {}

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getInt("id"),
                row.getObject("from_at", Instant.class),
                row.getObject("to_at", Instant.class),
                row.getBoolean("start_reached"));
    }

    private static ArchiveRange range(ResultSet row) throws SQLException {
        return new ArchiveRange(
                row.getLong("id"),
                Jids.account(row),
                Jids.bare(row, "address"),
                row.getString("from_id"),
                row.getObject("from_at", Instant.class),
                row.getString("to_id"),
                row.getObject("to_at", Instant.class),
                row.getBoolean("start_reached"));
    }
}
