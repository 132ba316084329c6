package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.session.account.Links;
import kith.session.account.Turns;
import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkShelf;
import kith.xmpp.BookmarkSupport;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.XmppExtensions;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// Takes older bookmarks (XEP-0048) over into those of today (XEP-0402), once for each account
/// whose server doesn't do so itself. The older ones stay where they are, for clients that know no
/// others; of a room that is in both today's counts. The account keeps note of what was taken over:
/// what the user has taken out since, a second device doesn't bring back. Where one can't be taken
/// over, it and those after it are tried again in the next session. Core lane only.
final class BookmarkConversion {

    private final BookmarkBook book;
    private final XmppExtensions extensions;
    private final Links links;
    private final Turns turns;
    private final BiConsumer<ChatKey, Optional<Bookmark>> heard;

    /// @param heard is told what an account has of a room now
    BookmarkConversion(
            BookmarkBook book,
            XmppExtensions extensions,
            Links links,
            Turns turns,
            BiConsumer<ChatKey, Optional<Bookmark>> heard) {
        this.book = book;
        this.extensions = extensions;
        this.links = links;
        this.turns = turns;
        this.heard = heard;
    }

    /// Takes over what is to be.
    void convert(XmppLink link, BookmarkSupport support) {
        var account = link.account();
        boolean isNeeded = support.isNative() && !(support.hasPrivate() && support.hasPep());
        if (!isNeeded || book.isConverted(account)) {
            return;
        }
        older(link, support)
                .thenCompose(rooms -> takeOverNew(link, rooms))
                .whenComplete((_, failure) -> done(link, failure));
    }

    private CompletionStage<Map<BareJid, Bookmark>> older(XmppLink link, BookmarkSupport support) {
        var xep = extensions.xep0048Bookmarks();
        var none = new KeptBookmarks(State.MISSING, Map.of());
        var inPrivate =
                support.hasPrivate()
                        ? CompletableFuture.completedStage(none)
                        : orNone(xep.all(link));
        var inNode = support.hasPep() ? CompletableFuture.completedStage(none) : xep.inNode(link);
        return inPrivate.thenCombine(inNode, BookmarkConversion::both);
    }

    /// Not every server has private storage.
    private static CompletionStage<KeptBookmarks> orNone(CompletionStage<KeptBookmarks> answer) {
        return answer.exceptionallyCompose(
                failure ->
                        RefusedException.in(failure)
                                .filter(it -> isAbsent(it.reason()))
                                .map(_ -> new KeptBookmarks(State.MISSING, Map.of()))
                                .map(CompletableFuture::completedStage)
                                .orElseGet(() -> CompletableFuture.failedStage(failure)));
    }

    private static boolean isAbsent(Reason reason) {
        return switch (reason) {
            case UNAVAILABLE, NOT_SUPPORTED, NOT_FOUND, NOT_ALLOWED, FORBIDDEN -> true;
            default -> false;
        };
    }

    private static Map<BareJid, Bookmark> both(KeptBookmarks first, KeptBookmarks second) {
        var all = new HashMap<BareJid, Bookmark>();
        second.rooms().forEach((room, it) -> it.ifPresent(bookmark -> all.put(room, bookmark)));
        first.rooms().forEach((room, it) -> it.ifPresent(bookmark -> all.put(room, bookmark)));
        return all;
    }

    /// Those that no device has taken over yet.
    private CompletionStage<Boolean> takeOverNew(XmppLink link, Map<BareJid, Bookmark> rooms) {
        if (rooms.isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        return extensions
                .xep0048Bookmarks()
                .takenOver(link)
                .thenCompose(
                        before -> {
                            var left = new HashMap<>(rooms);
                            left.keySet().removeAll(before);
                            var taken = new HashSet<BareJid>();
                            return takeOver(link, left, taken)
                                    .handle((_, failure) -> note(link, taken, failure))
                                    .thenCompose(it -> it);
                        });
    }

    /// @param taken is filled with those that were
    private CompletionStage<Boolean> takeOver(
            XmppLink link, Map<BareJid, Bookmark> rooms, Set<BareJid> taken) {
        CompletionStage<Boolean> done = CompletableFuture.completedStage(true);
        for (var each : rooms.entrySet()) {
            var key = new ChatKey(link.account(), each.getKey());
            if (book.kept(key).isEmpty()) {
                done =
                        done.thenCompose(_ -> takeOver(link, key, each))
                                .thenApply(_ -> taken.add(key.peer()));
            } else {
                taken.add(key.peer());
            }
        }
        return done;
    }

    /// Where the account doesn't take the note, this device alone knows of it. Where it could not
    /// be reached, it is told in the next session.
    ///
    /// @param failure why not all were taken over, and the end of it then
    private CompletionStage<Boolean> note(
            XmppLink link, Set<BareJid> taken, @Nullable Throwable failure) {
        var noted =
                taken.isEmpty()
                        ? CompletableFuture.completedStage(true)
                        : turns.next(
                                        link.account(),
                                        () ->
                                                extensions
                                                        .xep0048Bookmarks()
                                                        .noteTakenOver(link, taken))
                                .thenApply(_ -> true)
                                .exceptionallyCompose(BookmarkConversion::unlessRefused);
        return failure == null
                ? noted
                : noted.thenCompose(_ -> CompletableFuture.failedStage(failure));
    }

    private static CompletionStage<Boolean> unlessRefused(Throwable failure) {
        return RefusedException.in(failure).filter(it -> !it.isSilence()).isPresent()
                ? CompletableFuture.completedStage(false)
                : CompletableFuture.failedStage(failure);
    }

    private CompletionStage<Boolean> takeOver(
            XmppLink link, ChatKey key, Entry<BareJid, Bookmark> old) {
        BookmarkShelf shelf = extensions.xep0402Rooms();
        return turns.next(
                        key.account(),
                        () ->
                                shelf.change(
                                        link,
                                        old.getKey(),
                                        theirs -> theirs.or(() -> Optional.of(old.getValue()))))
                .thenApply(
                        kept -> {
                            heard.accept(key, kept);
                            return true;
                        });
    }

    private void done(XmppLink link, @Nullable Throwable failure) {
        AccountId account = link.account();
        if (failure != null && RefusedException.in(failure).isEmpty()) {
            throw new CompletionException(failure);
        }
        if (failure == null && links.knows(account)) {
            book.convert(account);
        }
    }
}
