package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomWish;
import kith.session.account.Links;
import kith.session.account.Turns;
import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkShelf;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Tells the accounts what the user wishes of rooms, one wish at a time. That of being in a room is
/// told once the room has let us in: no other device is to knock in vain. What is refused is tried
/// again in the next session, or when something else is wished. Core lane only.
final class BookmarkTelling {

    private final BookmarkBook book;
    private final RoomVisits visits;
    private final Links links;
    private final Turns turns;
    private final Function<AccountId, Optional<BookmarkShelf>> shelves;
    private final Executor afterCommit;
    private final Map<AccountId, Wished> telling = new HashMap<>();
    private final Map<ChatKey, RoomWish> refused = new HashMap<>();
    private final Map<ChatKey, String> formerNames = new HashMap<>();

    /// Accounts that are looked at once the present batch is committed.
    private final Set<AccountId> waiting = new HashSet<>();

    /// @param shelves where an account keeps bookmarks, once that and what is there is known
    /// @param afterCommit runs work on the core lane once the present batch is committed
    BookmarkTelling(
            BookmarkBook book,
            RoomVisits visits,
            Links links,
            Turns turns,
            Function<AccountId, Optional<BookmarkShelf>> shelves,
            Executor afterCommit) {
        this.book = book;
        this.visits = visits;
        this.links = links;
        this.turns = turns;
        this.shelves = shelves;
        this.afterCommit = afterCommit;
    }

    /// A wish that is being told.
    private static final class Wished {

        private final ChatKey room;
        private RoomWish wish;

        Wished(ChatKey room, RoomWish wish) {
            this.room = room;
            this.wish = wish;
        }
    }

    /// The user wishes something of a room.
    void wish(ChatKey room, RoomWish wish) {
        refused.remove(room);
        book.wish(room, wish);
        look(room.account());
    }

    /// A room has another name now than it had.
    void renamed(ChatKey room, String former) {
        formerNames.putIfAbsent(room, former);
    }

    /// Tells what there is to tell to an account.
    void look(AccountId account) {
        if (!book.wished(account).isEmpty() && waiting.add(account)) {
            afterCommit.execute(
                    () -> {
                        waiting.remove(account);
                        next(account);
                    });
        }
    }

    /// The session is over, or another begins.
    void end(AccountId account) {
        telling.remove(account);
        refused.keySet().removeIf(room -> room.account().equals(account));
    }

    /// The account is gone.
    void forget(AccountId account) {
        end(account);
        formerNames.keySet().removeIf(room -> room.account().equals(account));
    }

    private void next(AccountId account) {
        if (telling.containsKey(account)) {
            return;
        }
        var link = links.online(account);
        var shelf = shelves.apply(account);
        if (link.isPresent() && shelf.isPresent()) {
            book.wished(account).stream()
                    .filter(this::isTold)
                    .findFirst()
                    .ifPresent(room -> tell(link.get(), shelf.get(), room));
        }
    }

    /// Whether it can be told now.
    private boolean isTold(ChatKey room) {
        var wish = book.wish(room);
        return wish != refused.get(room) && (wish != RoomWish.ENTER || visits.isJoined(room));
    }

    private void tell(XmppLink link, BookmarkShelf shelf, ChatKey room) {
        var now = new Wished(room, book.wish(room));
        telling.put(room.account(), now);
        turns.next(
                        room.account(),
                        () -> shelf.change(link, room.peer(), theirs -> wanted(now, theirs)))
                .thenAccept(kept -> fulfilled(now, kept))
                .whenComplete((_, failure) -> told(now, failure));
    }

    /// What is to be kept of a room, now that it is known what is. One that is to be forgotten is
    /// left first: not every server tells of what is taken out (ejabberd 23.01).
    private Optional<Bookmark> wanted(Wished now, Optional<Bookmark> theirs) {
        if (telling.get(now.room.account()) != now) {
            return theirs; // of an earlier session: as it is
        }
        now.wish = book.wish(now.room);
        return switch (now.wish) {
            case NONE -> theirs;
            case ENTER ->
                    Optional.of(as(now.room, theirs.orElse(Bookmark.NONE)).withAutojoin(true));
            case LEAVE -> theirs.map(it -> it.withAutojoin(false));
            case FORGET -> theirs.filter(Bookmark::isAutojoin).map(it -> it.withAutojoin(false));
            case RENAME -> theirs.map(it -> as(now.room, it));
        };
    }

    /// A bookmark with what is so of the room here.
    private Bookmark as(ChatKey key, Bookmark theirs) {
        return visits.find(key)
                .map(
                        visit ->
                                new Bookmark(
                                        name(visit.room(), theirs.name()),
                                        nick(visit.room(), theirs),
                                        visit.password().or(theirs::password),
                                        theirs.isAutojoin()))
                .orElse(theirs);
    }

    /// The nick of which we have a room's word.
    private static Optional<String> nick(Room room, Bookmark theirs) {
        return room.state() instanceof RoomState.Joined ? Optional.of(room.nick()) : theirs.nick();
    }

    /// A name that the user has chosen stays; what the room was called becomes what it is called.
    /// None is made of its address (XEP-0402 §2).
    private Optional<String> name(Room room, Optional<String> theirs) {
        boolean isRooms =
                theirs.isEmpty() || theirs.equals(Optional.ofNullable(formerNames.get(room.key())));
        return isRooms && !room.name().equals(RoomVisits.nameOf(room.key()))
                ? Optional.of(room.name())
                : theirs;
    }

    private void told(Wished done, @Nullable Throwable failure) {
        var account = done.room.account();
        if (!telling.remove(account, done)) {
            return; // of an earlier session
        }
        if (failure == null) {
            look(account);
        } else if (reason(failure) != Reason.OFFLINE) { // else when this goes on, or in the next
            refused.put(done.room, done.wish);
            look(account);
        }
    }

    private void fulfilled(Wished done, Optional<Bookmark> kept) {
        if (telling.get(done.room.account()) != done) {
            return; // of an earlier session
        }
        book.keep(done.room, kept);
        if (book.wish(done.room) != done.wish) {
            return; // something else is wished meanwhile
        }
        formerNames.remove(done.room);
        if (done.wish == RoomWish.FORGET && kept.isPresent()) {
            return; // now it is taken out
        }
        boolean isCalledOtherwise =
                kept.isPresent()
                        && visits.isJoined(done.room)
                        && !visits.nick(done.room).equals(kept.get().nick());
        boolean isRenamed = done.wish != RoomWish.LEAVE && isCalledOtherwise;
        book.wish(done.room, isRenamed ? RoomWish.RENAME : RoomWish.NONE);
    }

    /// Why we were refused; what failed otherwise is a bug, which the guard hears of.
    private static Reason reason(Throwable failure) {
        return RefusedException.in(failure)
                .orElseThrow(() -> new CompletionException(failure))
                .reason();
    }
}
