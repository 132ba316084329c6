package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;

import java.util.List;
import java.util.UUID;

/// Receipts and markers that the server isn't known to have: table `note`. Core lane only.
public final class NoteStore {

    private static final String ADD =
            "INSERT INTO note (account, id, peer, kind, message) VALUES (?, ?, ?, ?, ?)";

    private static final String ALL =
            "SELECT place, id, peer, kind, message FROM note WHERE account = ? ORDER BY place";

    private final Db db;

    public NoteStore(Db db) {
        this.db = db;
    }

    /// Keeps a new one.
    ///
    /// @param message the id of the message that it is about
    public Note add(ChatKey to, Note.Kind kind, String message) {
        var id = UUID.randomUUID().toString();
        long place = db.insert(ADD, to.account(), id, to.peer(), kind, message);
        return new Note(place, id, to.peer(), kind, message);
    }

    /// What was kept and not removed.
    ///
    /// @return in order; immutable
    public List<Note> all(AccountId account) {
        return db.query(
                ALL,
                row ->
                        new Note(
                                row.getLong("place"),
                                row.getString("id"),
                                Jids.bare(row, "peer"),
                                Note.Kind.valueOf(row.getString("kind")),
                                row.getString("message")),
                account);
    }

    /// It is out.
    public void remove(Note note) {
        db.update("DELETE FROM note WHERE place = ?", note.place());
    }
}
