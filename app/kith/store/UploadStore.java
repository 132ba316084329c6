package kith.store;

import kith.model.AccountId;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.MessageKey;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of ours that are still to be brought to where others can get them: table `upload`, and
/// what of it stands in `message`.
///
/// Core lane only.
public final class UploadStore {

    private static final String OF_MESSAGES =
            """
            SELECT u.message, u.path, u.changed, u.type, m.file_name, m.file_size,
                   m.file_width, m.file_height
            FROM upload u LEFT JOIN message m ON m.id = u.message
            """;

    private static final String OF_ONE = OF_MESSAGES + " WHERE u.message = ?";

    private static final String WAITING =
            OF_MESSAGES
                    + """
                    LEFT JOIN chat c ON c.id = m.chat
                    WHERE c.account = ? AND m.delivery = 'QUEUED' ORDER BY m.position, m.id
                    """;

    private static final String ADD =
            "INSERT INTO upload (message, path, changed, type) VALUES (?, ?, ?, ?)";

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private final Db db;

    public UploadStore(Db db) {
        this.db = db;
    }

    /// A message of ours says that this file is to be seen somewhere; it isn't there yet.
    ///
    /// @param message one whose content has the file's name and size
    public void add(Message message, LocalFile file) {
        db.update(ADD, message.key().row(), file.path().toString(), file.changed(), file.type());
    }

    /// The file of a message; empty where that has none, or it is there already, or its path can't
    /// be one here: as names beyond ASCII where the system's language was changed.
    public Optional<LocalFile> find(MessageKey message) {
        return db.find(OF_ONE, UploadStore::file, message.row()).flatMap(it -> it);
    }

    /// The messages of an account that wait for their files, in the order they were written.
    ///
    /// @return immutable
    public List<MessageKey> waiting(AccountId account) {
        return db.query(WAITING, row -> new MessageKey(row.getLong("message")), account);
    }

    /// What the files that are named here are called in their folders, also those whose path can't
    /// be one here; immutable.
    public Set<String> names() {
        return Set.copyOf(
                db.query(
                        "SELECT path FROM upload",
                        row -> SEPARATOR.splitAsStream(row.getString(1)).reduce("", (_, b) -> b)));
    }

    private static Optional<LocalFile> file(ResultSet row) throws SQLException {
        var path = path(row.getString("path"));
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LocalFile(
                                path.get(),
                                row.getString("file_name"),
                                row.getLong("file_size"),
                                row.getObject("changed", Instant.class),
                                row.getString("type"),
                                MessageRows.picture(row)));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException foreign) {
            return Optional.empty();
        }
    }
}
