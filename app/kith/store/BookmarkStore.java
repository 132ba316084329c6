package kith.store;

import kith.model.AccountId;
import kith.model.BookmarkedRoom;
import kith.model.RoomWish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What accounts have of rooms and are to have: table `bookmark`, at most one row of each room; and
/// `bookmark_converted`.
///
/// Core lane only.
public final class BookmarkStore {

    private static final String ALL =
            """
            SELECT account, address AS peer, kept, name, nick, autojoin, wish FROM bookmark
            ORDER BY account, address
            """;

    private static final String PUT =
            """
            MERGE INTO bookmark (account, address, kept, name, nick, autojoin, wish)
            KEY (account, address) VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Db db;

    public BookmarkStore(Db db) {
        this.db = db;
    }

    /// All of them, in one query.
    ///
    /// @return immutable
    public List<StoredBookmark> all() {
        return db.query(ALL, BookmarkStore::bookmark);
    }

    /// Adds or replaces what is known of a room; removes it where that is nothing.
    public void put(StoredBookmark bookmark) {
        var key = bookmark.key();
        if (bookmark.isNothing()) {
            db.update(
                    "DELETE FROM bookmark WHERE account = ? AND address = ?",
                    key.account(),
                    key.peer());
            return;
        }
        var kept = bookmark.kept();
        db.update(
                PUT,
                key.account(),
                key.peer(),
                kept.isPresent(),
                kept.flatMap(BookmarkedRoom::name),
                kept.flatMap(BookmarkedRoom::nick),
                kept.filter(BookmarkedRoom::isAutojoin).isPresent(),
                bookmark.wish().name());
    }

    /// The accounts whose older bookmarks were taken over.
    ///
    /// @return immutable
    public Set<AccountId> converted() {
        return Set.copyOf(db.query("SELECT account FROM bookmark_converted", Jids::account));
    }

    /// The older bookmarks of an account are taken over.
    public void convert(AccountId account) {
        db.update("MERGE INTO bookmark_converted (account) KEY (account) VALUES (?)", account);
    }

    /// Keeps these and no others.
    public void replaceAll(Collection<StoredBookmark> bookmarks, Set<AccountId> converted) {
        db.atomically(
                () -> {
                    db.update("DELETE FROM bookmark");
                    bookmarks.forEach(this::put);
                    converted.forEach(this::convert);
                });
    }

    private static StoredBookmark bookmark(ResultSet row) throws SQLException {
        var key = Jids.chat(row);
        var kept =
                new BookmarkedRoom(
                        key,
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("nick")),
                        row.getBoolean("autojoin"));
        return new StoredBookmark(
                key,
                row.getBoolean("kept") ? Optional.of(kept) : Optional.empty(),
                RoomWish.valueOf(row.getString("wish")));
    }
}
