package kith.store;

import kith.model.ChatKey;

import java.util.Collection;
import java.util.Set;

/// The rooms that are open to strangers, as far as they have said so: table `channel`.
///
/// Core lane only.
public final class ChannelStore {

    private final Db db;

    public ChannelStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public Set<ChatKey> all() {
        return Set.copyOf(db.query("SELECT account, address AS peer FROM channel", Jids::chat));
    }

    /// Adds one; nothing where it is there.
    public void add(ChatKey room) {
        db.update(
                "MERGE INTO channel (account, address) KEY (account, address) VALUES (?, ?)",
                room.account(),
                room.peer());
    }

    /// Takes one out; nothing where it isn't there.
    public void remove(ChatKey room) {
        db.update(
                "DELETE FROM channel WHERE account = ? AND address = ?",
                room.account(),
                room.peer());
    }

    /// Keeps these and no others.
    public void replaceAll(Collection<ChatKey> rooms) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM channel");
                    rooms.forEach(this::add);
                });
    }
}
