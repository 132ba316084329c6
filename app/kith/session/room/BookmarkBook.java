package kith.session.room;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.RoomWish;
import kith.store.BookmarkStore;
import kith.store.StoredBookmark;
import kith.xmpp.Bookmark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What accounts last had of rooms, and what the user has wished of them that those were not told
/// yet: kept in the store but for the passwords, which last as long as the program runs.
///
/// The live value is any thread's, all else the core lane's.
final class BookmarkBook {

    /// Nobody has more rooms; the rest is left out.
    private static final int MOST = 10_000;

    private final BookmarkStore store;
    private final BatchLane core;
    private final Map<ChatKey, StoredBookmark> all = new LinkedHashMap<>();
    private final Map<ChatKey, String> passwords = new HashMap<>();
    private final Map<AccountId, Set<ChatKey>> byAccount = new HashMap<>();
    private final Map<AccountId, Set<ChatKey>> wished = new HashMap<>();
    private final Set<AccountId> converted = new HashSet<>();
    private final Cell<List<BookmarkedRoom>> rooms;
    private boolean isStale;

    BookmarkBook(BookmarkStore store, BatchLane core) {
        this.store = store;
        this.core = core;
        this.rooms = new Cell<>(core, List.of());
    }

    void load() {
        store.all().forEach(this::remember);
        converted.addAll(store.converted());
        publish();
    }

    /// Those that the accounts have, without any that the user wants to be gone.
    Live<List<BookmarkedRoom>> rooms() {
        return rooms;
    }

    /// What the account last had of a room.
    Optional<BookmarkedRoom> kept(ChatKey room) {
        return Optional.ofNullable(all.get(room)).flatMap(StoredBookmark::kept);
    }

    /// Those that the accounts have each device be in, as one of them was or is.
    List<ChatKey> entered() {
        return all.values().stream()
                .flatMap(it -> it.kept().stream())
                .filter(BookmarkedRoom::isAutojoin)
                .map(BookmarkedRoom::key)
                .toList();
    }

    /// The same with the password, as far as that is known.
    Optional<Bookmark> bookmark(ChatKey room) {
        return kept(room)
                .map(it -> new Bookmark(it.name(), it.nick(), password(room), it.isAutojoin()));
    }

    Optional<String> password(ChatKey room) {
        return Optional.ofNullable(passwords.get(room));
    }

    RoomWish wish(ChatKey room) {
        return Optional.ofNullable(all.get(room)).map(StoredBookmark::wish).orElse(RoomWish.NONE);
    }

    /// Whether nothing is known of a room: neither what the account has of it nor a wish.
    boolean isNew(ChatKey room) {
        return !all.containsKey(room);
    }

    /// The rooms of an account that something is known of.
    Set<ChatKey> of(AccountId account) {
        return Set.copyOf(byAccount.getOrDefault(account, Set.of()));
    }

    /// The rooms of which an account has yet to be told something, the longest waiting first.
    Set<ChatKey> wished(AccountId account) {
        return wished.getOrDefault(account, Set.of());
    }

    void wish(ChatKey room, RoomWish wish) {
        put(new StoredBookmark(room, kept(room), wish));
    }

    /// The account has this of a room now.
    ///
    /// @return whether that is known from now on; not of one room too many
    boolean keep(ChatKey room, Optional<Bookmark> bookmark) {
        if (isNew(room) && byAccount.getOrDefault(room.account(), Set.of()).size() >= MOST) {
            return false;
        }
        bookmark.flatMap(Bookmark::password)
                .ifPresentOrElse(it -> passwords.put(room, it), () -> passwords.remove(room));
        var kept =
                bookmark.map(it -> new BookmarkedRoom(room, it.name(), it.nick(), it.isAutojoin()));
        put(new StoredBookmark(room, kept, wish(room)));
        return true;
    }

    boolean isConverted(AccountId account) {
        return converted.contains(account);
    }

    void convert(AccountId account) {
        converted.add(account);
        store.convert(account);
    }

    /// The account is gone, and its rows with it.
    void forget(AccountId account) {
        all.keySet().removeIf(room -> room.account().equals(account));
        passwords.keySet().removeIf(room -> room.account().equals(account));
        byAccount.remove(account);
        wished.remove(account);
        converted.remove(account);
        publish();
    }

    /// The store may have lost what it was given: it is given all again.
    void storeLost() {
        store.replaceAll(all.values(), converted);
    }

    private void put(StoredBookmark now) {
        boolean isChanged =
                now.isNothing() ? all.containsKey(now.key()) : !now.equals(all.get(now.key()));
        if (isChanged) {
            remember(now);
            store.put(now);
            publish();
        }
    }

    private void remember(StoredBookmark now) {
        var key = now.key();
        var known = byAccount.computeIfAbsent(key.account(), _ -> new HashSet<>());
        var open = wished.computeIfAbsent(key.account(), _ -> new LinkedHashSet<>());
        if (now.wish() == RoomWish.NONE) {
            open.remove(key);
        } else {
            open.add(key);
        }
        if (now.isNothing()) {
            known.remove(key);
            all.remove(key);
        } else {
            known.add(key);
            all.put(key, now);
        }
    }

    private void publish() {
        if (!isStale) {
            isStale = true;
            core.atBatchEnd(this::show);
        }
    }

    private void show() {
        isStale = false;
        rooms.set(
                all.values().stream()
                        .filter(it -> it.wish() != RoomWish.FORGET)
                        .flatMap(it -> it.kept().stream())
                        .toList());
    }
}
