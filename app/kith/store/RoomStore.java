package kith.store;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Room;
import kith.model.RoomState;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rooms that the user has entered or bookmarked: table `room`. A room's password is a secret
/// and not here.
///
/// Core lane only.
public final class RoomStore {

    private static final String ALL =
            """
            SELECT account, address AS peer, name, nick, autojoin, subject, entered FROM room
            WHERE account = ? ORDER BY address
            """;

    private static final String PUT =
            """
            MERGE INTO room (account, address, name, nick, autojoin, subject, entered)
            KEY (account, address) VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String NICK = "SELECT nick FROM room WHERE account = ? AND address = ?";

    private final Db db;

    public RoomStore(Db db) {
        this.db = db;
    }

    /// Those of an account, by address.
    ///
    /// @return immutable
    public List<StoredRoom> all(AccountId account) {
        return db.query(ALL, RoomStore::room, account);
    }

    /// The nick that we have in a room, or had last; empty where none is known.
    Optional<String> nick(ChatKey room) {
        return db.find(NICK, row -> row.getString("nick"), room.account(), room.peer())
                .filter(nick -> !nick.isEmpty());
    }

    /// Adds or replaces a room.
    public void put(StoredRoom stored) {
        var room = stored.room();
        db.update(
                PUT,
                room.key().account(),
                room.key().peer(),
                room.name(),
                room.nick(),
                stored.isAutojoin(),
                room.subject(),
                stored.isEntered());
    }

    /// Forgets a room; its chat and messages stay.
    public void remove(ChatKey room) {
        db.update(
                "DELETE FROM room WHERE account = ? AND address = ?", room.account(), room.peer());
    }

    private static StoredRoom room(ResultSet row) throws SQLException {
        var room =
                new Room(
                        Jids.chat(row),
                        row.getString("name"),
                        row.getString("nick"),
                        RoomState.LEFT,
                        row.getString("subject"),
                        0);
        return new StoredRoom(room, row.getBoolean("autojoin"), row.getBoolean("entered"));
    }
}
