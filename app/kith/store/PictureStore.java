package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pictures of rooms and of whomever else: tables `picture_of`, at most one row of each
/// address, and `picture`, with what nobody has any more removed.
///
/// People in rooms have the address that they had there when their picture came. That says no more
/// than that the picture is kept: whose it is now, only they can say.
///
/// Core lane only.
public final class PictureStore {

    /// Only indexes are read: the pictures themselves may be many megabytes.
    static final String UNUSED = "SELECT hash FROM picture EXCEPT SELECT hash FROM picture_of";

    private static final String REMOVE_IF_UNUSED =
            "DELETE FROM picture WHERE hash = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM picture_of it WHERE it.hash = picture.hash)";

    /// Each lookup is one in a unique key. Of somebody in a room, the room counts.
    private static final String REMOVE_STRANGERS =
            """
            DELETE FROM picture_of whose
            WHERE NOT EXISTS (SELECT 1 FROM room it
                              WHERE it.account = whose.account
                              AND it.address = REGEXP_REPLACE(whose.address, '/.*', '', 'n'))
            AND NOT EXISTS (SELECT 1 FROM bookmark it
                            WHERE it.account = whose.account AND it.address = whose.address)
            AND NOT EXISTS (SELECT 1 FROM chat it
                            WHERE it.account = whose.account AND it.peer = whose.address)
            AND NOT EXISTS (SELECT 1 FROM roster_item it
                            WHERE it.account = whose.account AND it.address = whose.address)
            """;

    static final String OF_OCCUPANTS =
            "SELECT account, address, hash FROM picture_of WHERE LOCATE('/', address) > 0";

    private final Db db;

    public PictureStore(Db db) {
        this.db = db;
    }

    /// Which rooms have which, and whoever else, in one query; people in rooms left out.
    ///
    /// @return immutable; the hashes
    public Map<ChatKey, String> all() {
        List<Map.Entry<ChatKey, String>> all =
                db.query(
                        "SELECT account, address AS peer, hash FROM picture_of"
                                + " WHERE LOCATE('/', address) = 0",
                        row -> Map.entry(Jids.chat(row), row.getString("hash")));
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The pictures of people in rooms.
    public List<OccupantRow> ofOccupants() {
        return db.query(
                OF_OCCUPANTS,
                row ->
                        new OccupantRow(
                                Jids.account(row),
                                row.getString("address"),
                                row.getString("hash")));
    }

    /// That a picture of somebody in a room is kept.
    ///
    /// @param whose their address there when it came
    public record OccupantRow(AccountId account, String whose, String hash) {}

    /// The picture with this hash.
    public Optional<byte[]> image(String hash) {
        return db.find("SELECT image FROM picture WHERE hash = ?", row -> row.getBytes(1), hash);
    }

    /// Gives an address a picture in place of what it had.
    public void put(ChatKey whose, String hash, byte[] image) {
        put(whose.account(), whose.peer().toString(), hash, image);
    }

    /// The same of somebody in a room.
    public void put(OccupantRow whose, byte[] image) {
        put(whose.account(), whose.whose(), whose.hash(), image);
    }

    private void put(AccountId account, String address, String hash, byte[] image) {
        db.atomically(
                () -> {
                    var before = hash(account, address).filter(it -> !it.equals(hash));
                    db.update(
                            "MERGE INTO picture (hash, image) KEY (hash) VALUES (?, ?)",
                            hash,
                            image);
                    db.update(
                            "MERGE INTO picture_of (account, address, hash)"
                                    + " KEY (account, address) VALUES (?, ?, ?)",
                            account,
                            address,
                            hash);
                    before.ifPresent(old -> db.update(REMOVE_IF_UNUSED, old));
                });
    }

    private Optional<String> hash(AccountId account, String address) {
        return db.find(
                "SELECT hash FROM picture_of WHERE account = ? AND address = ?",
                row -> row.getString(1),
                account,
                address);
    }

    /// Takes those their pictures with whom the user has nothing to do.
    public void removeStrangers() {
        db.atomically(
                () -> {
                    db.update(REMOVE_STRANGERS);
                    db.query(UNUSED, row -> row.getString(1))
                            .forEach(hash -> db.update(REMOVE_IF_UNUSED, hash));
                });
    }

    /// Takes an address its picture.
    public void remove(ChatKey whose) {
        remove(whose.account(), whose.peer().toString());
    }

    /// The same of somebody in a room.
    public void remove(OccupantRow whose) {
        remove(whose.account(), whose.whose());
    }

    private void remove(AccountId account, String address) {
        db.atomically(
                () -> {
                    var before = hash(account, address);
                    db.update(
                            "DELETE FROM picture_of WHERE account = ? AND address = ?",
                            account,
                            address);
                    before.ifPresent(old -> db.update(REMOVE_IF_UNUSED, old));
                });
    }
}
