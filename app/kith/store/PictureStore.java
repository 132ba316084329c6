package kith.store;

import kith.model.ChatKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pictures of rooms and of whomever else: tables `picture_of`, at most one row of each
/// address, and `picture`, with what nobody has any more removed.
///
/// Core lane only.
public final class PictureStore {

    private static final String REMOVE_UNUSED =
            "DELETE FROM picture WHERE hash NOT IN (SELECT hash FROM picture_of)";

    /// Each lookup is one in a unique key.
    private static final String REMOVE_STRANGERS =
            """
            DELETE FROM picture_of whose
            WHERE NOT EXISTS (SELECT 1 FROM room it
                              WHERE it.account = whose.account AND it.address = whose.address)
            AND NOT EXISTS (SELECT 1 FROM bookmark it
                            WHERE it.account = whose.account AND it.address = whose.address)
            AND NOT EXISTS (SELECT 1 FROM chat it
                            WHERE it.account = whose.account AND it.peer = whose.address)
            AND NOT EXISTS (SELECT 1 FROM roster_item it
                            WHERE it.account = whose.account AND it.address = whose.address)
            """;

    private final Db db;

    public PictureStore(Db db) {
        this.db = db;
    }

    /// Who has which, in one query.
    ///
    /// @return immutable; the hashes
    public Map<ChatKey, String> all() {
        List<Map.Entry<ChatKey, String>> all =
                db.query(
                        "SELECT account, address AS peer, hash FROM picture_of",
                        row -> Map.entry(Jids.chat(row), row.getString("hash")));
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The picture with this hash.
    public Optional<byte[]> image(String hash) {
        return db.find("SELECT image FROM picture WHERE hash = ?", row -> row.getBytes(1), hash);
    }

    /// Gives an address a picture in place of what it had.
    public void put(ChatKey whose, String hash, byte[] image) {
        db.atomically(
                () -> {
                    db.update(
                            "MERGE INTO picture (hash, image) KEY (hash) VALUES (?, ?)",
                            hash,
                            image);
                    db.update(
                            "MERGE INTO picture_of (account, address, hash)"
                                    + " KEY (account, address) VALUES (?, ?, ?)",
                            whose.account(),
                            whose.peer(),
                            hash);
                    db.update(REMOVE_UNUSED);
                });
    }

    /// Takes those their pictures with whom the user has nothing to do.
    public void removeStrangers() {
        db.atomically(
                () -> {
                    db.update(REMOVE_STRANGERS);
                    db.update(REMOVE_UNUSED);
                });
    }

    /// Takes an address its picture.
    public void remove(ChatKey whose) {
        db.atomically(
                () -> {
                    db.update(
                            "DELETE FROM picture_of WHERE account = ? AND address = ?",
                            whose.account(),
                            whose.peer());
                    db.update(REMOVE_UNUSED);
                });
    }
}
