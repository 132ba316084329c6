package kith.session.room;

import kith.base.BatchLane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomWish;
import kith.session.account.Links;
import kith.session.account.Turns;
import kith.store.BookmarkStore;
import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkSupport;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The user's rooms, the same on all their devices (XEP-0402): which they enter and leave here is
/// told the account, and what they do elsewhere is done here, at once or when a session begins or
/// goes on.
///
/// What was wished here and not told yet wins over what the account has; it is kept until it is
/// told. Only what changes there since we last heard of it is obeyed: so whoever was put out of a
/// room isn't brought back by its bookmark. An account that has lost all is told all again.
///
/// [#rooms], [#enterNew] and [#forget(ChatKey)] are any thread's, all else the core lane's.
public final class RoomBookmarks implements RoomWishes {

    private final BookmarkBook book;
    private final RoomVisits visits;
    private final BatchLane core;
    private final BookmarkEntries entries;
    private final BookmarkLearning learning;
    private final BookmarkTelling telling;
    private final BookmarkConversion conversion;

    /// The rooms as we last saw them.
    private final Map<ChatKey, Room> seen = new HashMap<>();

    private RoomBookmarks(
            BookmarkBook book,
            RoomVisits visits,
            BookmarkEntries entries,
            Links links,
            XmppExtensions extensions,
            Turns turns,
            Executor afterCommit,
            BatchLane core) {
        this.book = book;
        this.visits = visits;
        this.entries = entries;
        this.core = core;
        learning = new BookmarkLearning(links, extensions, new Learned());
        telling = new BookmarkTelling(book, visits, links, turns, learning::shelf, afterCommit);
        conversion = new BookmarkConversion(book, extensions, links, turns, this::heard);
    }

    /// Watches the rooms, and what the user wishes of them.
    ///
    /// @param turns of all that change bookmarks
    /// @param afterCommit runs work on the core lane once the present batch is committed
    public static RoomBookmarks of(
            BookmarkStore store,
            RoomVisits visits,
            RoomEntrance entrance,
            RoomService service,
            NickChanges nicks,
            Links links,
            XmppExtensions extensions,
            Turns turns,
            Executor afterCommit,
            BatchLane core) {
        var bookmarks =
                new RoomBookmarks(
                        new BookmarkBook(store, core),
                        visits,
                        new BookmarkEntries(visits, entrance, service, nicks, links),
                        links,
                        extensions,
                        turns,
                        afterCommit,
                        core);
        service.onWish(bookmarks);
        visits.rooms().watch(core, bookmarks::roomsChanged);
        return bookmarks;
    }

    /// The rooms that the accounts have bookmarks of, also those that the user isn't in; without
    /// those that they want to be gone.
    public Live<List<BookmarkedRoom>> rooms() {
        return book.rooms();
    }

    /// Leaves a room, and takes its bookmark out for all devices. What was said stays in the
    /// history.
    public void forget(ChatKey room) {
        core.execute(
                () -> {
                    entries.leave(room);
                    telling.wish(room, RoomWish.FORGET);
                });
    }

    /// Enters a room that was never entered here, as its bookmark says; nothing where there is
    /// none, or it was.
    public void enterNew(ChatKey room) {
        core.execute(() -> book.bookmark(room).ifPresent(kept -> enterNew(room, kept)));
    }

    private void enterNew(ChatKey room, Bookmark kept) {
        if (visits.find(room).isEmpty()) {
            entries.enter(room, kept);
            telling.wish(room, RoomWish.ENTER);
        }
    }

    @Override
    public void entering(ChatKey room) {
        telling.wish(room, RoomWish.ENTER);
    }

    @Override
    public void leaving(ChatKey room) {
        telling.wish(room, RoomWish.LEAVE);
    }

    /// Begins with what is in the store, when the visits have begun with what is there.
    public void load() {
        book.load();
        book.entered().forEach(room -> visits.find(room).ifPresent(RoomVisit::wasInElsewhere));
    }

    /// The account's archive is here: asks what it has.
    public void caughtUp(AccountId account) {
        learning.caughtUp(account);
    }

    /// A session goes on after an interruption: what that cut off is done again.
    public void resumed(AccountId account) {
        learning.ask(account);
    }

    /// The user is back. While they were away the servers may have left out all but the last of
    /// what they had to tell (XEP-0352 §5): all is asked for again.
    public void userCameBack() {
        learning.ready().forEach(learning::ask);
    }

    /// The session is over, or another begins.
    public void ended(AccountId account) {
        learning.end(account);
        telling.end(account);
    }

    /// The account is gone.
    public void forget(AccountId account) {
        learning.end(account);
        telling.forget(account);
        seen.keySet().removeIf(room -> room.account().equals(account));
        book.forget(account);
    }

    /// The store may have lost what it was given: it is given all again.
    public void storeLost() {
        book.storeLost();
    }

    /// The account has told what it has of a room. Before it was asked for all that says nothing:
    /// it may be long ago.
    public void elsewhere(AccountId account, BareJid room, Optional<Bookmark> bookmark) {
        if (learning.shelf(account).isPresent()) {
            heard(new ChatKey(account, room), bookmark);
            telling.look(account);
        }
    }

    /// The account has told that it has nothing more. Nobody leaves that way, room by room: it is
    /// told all again.
    public void gone(AccountId account) {
        if (learning.shelf(account).isPresent()) {
            lost(account);
            telling.look(account);
        }
    }

    private void heard(ChatKey room, Optional<Bookmark> theirs) {
        var before = book.kept(room);
        if (!book.keep(room, theirs)) {
            return;
        }
        boolean isOpen =
                switch (book.wish(room)) {
                    case ENTER, LEAVE, FORGET -> false;
                    case NONE, RENAME -> true;
                };
        if (isOpen) {
            obey(room, before, theirs);
        }
    }

    private void obey(ChatKey room, Optional<BookmarkedRoom> before, Optional<Bookmark> theirs) {
        boolean wasIn = before.filter(BookmarkedRoom::isAutojoin).isPresent();
        var in = theirs.filter(Bookmark::isAutojoin);
        if (in.isEmpty()) {
            if (wasIn) {
                entries.leave(room);
            }
            return;
        }
        if (!wasIn) {
            entries.enter(room, in.get());
        } else if (!in.get().nick().equals(before.flatMap(BookmarkedRoom::nick))
                && book.wish(room) == RoomWish.NONE) {
            in.get().nick().ifPresent(nick -> entries.rename(room, nick));
        }
        in.get().password().ifPresent(it -> entries.tryPassword(room, it));
    }

    /// The account has none any more of those that it had.
    private void lost(AccountId account) {
        for (var room : book.of(account)) {
            boolean isIn = book.kept(room).filter(BookmarkedRoom::isAutojoin).isPresent();
            book.keep(room, Optional.empty());
            if (isIn && isWanted(room) && book.wish(room) != RoomWish.LEAVE) {
                book.wish(room, RoomWish.ENTER);
            }
        }
    }

    private boolean isWanted(ChatKey room) {
        return visits.find(room).filter(RoomVisit::isWanted).isPresent();
    }

    private void roomsChanged(List<Room> all) {
        for (var room : all) {
            var before = Optional.ofNullable(seen.put(room.key(), room));
            if (!before.equals(Optional.of(room))) {
                changed(before, room);
            }
        }
    }

    private void changed(Optional<Room> before, Room room) {
        var key = room.key();
        switch (room.state()) {
            case RoomState.Joined() -> {
                if (before.filter(it -> isCalledOtherwise(it, room)).isPresent()) {
                    before.ifPresent(it -> telling.renamed(key, it.name()));
                    renamed(key);
                }
                telling.look(key.account());
            }
            case RoomState.Refused refused -> refused(key, refused);
            case RoomState.Left _, RoomState.Joining _, RoomState.Removed _ -> {}
        }
    }

    /// Whether the room is, or we are in it.
    private static boolean isCalledOtherwise(Room before, Room room) {
        boolean wasIn = before.state() instanceof RoomState.Joined;
        return !before.name().equals(room.name()) || (wasIn && !before.nick().equals(room.nick()));
    }

    private void renamed(ChatKey key) {
        if (book.kept(key).isPresent() && book.wish(key) == RoomWish.NONE) {
            telling.wish(key, RoomWish.RENAME);
        }
    }

    /// What was wished in vain is wished no more; unless it passes, or the user has a password
    /// elsewhere.
    private void refused(ChatKey key, RoomState.Refused refused) {
        if (RoomReturns.isPassing(refused)) {
            return;
        }
        if (book.wish(key) == RoomWish.ENTER) {
            book.wish(key, RoomWish.NONE);
        } else {
            book.password(key).ifPresent(it -> entries.tryPassword(key, it));
        }
    }

    /// What is learned of the accounts.
    private final class Learned implements BookmarkLearning.Learner {

        @Override
        public void learned(AccountId account, KeptBookmarks all) {
            if (all.state() == State.MISSING) {
                lost(account);
            } else if (all.state() == State.WHOLE) {
                book.of(account).stream()
                        .filter(room -> book.kept(room).isPresent())
                        .filter(room -> !all.rooms().containsKey(room.peer()))
                        .forEach(room -> heard(room, Optional.empty()));
            }
            all.rooms()
                    .forEach(
                            (room, bookmark) ->
                                    bookmark.ifPresent(
                                            _ -> heard(new ChatKey(account, room), bookmark)));
        }

        /// Rooms that were entered before any account was told get their bookmarks now.
        @Override
        public void learnedAll(XmppLink link, BookmarkSupport support) {
            visits.each(
                    link.account(),
                    visit -> {
                        if (visit.isWanted() && book.isNew(visit.key())) {
                            book.wish(visit.key(), RoomWish.ENTER);
                        }
                    });
            conversion.convert(link, support);
            telling.look(link.account());
        }
    }
}
