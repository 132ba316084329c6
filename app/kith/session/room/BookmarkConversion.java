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
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// Takes older bookmarks (XEP-0048) over into those of today (XEP-0402), once for each account
/// whose server doesn't do so itself. The older ones stay where they are; of a room that is in both
/// today's counts. Where one can't be taken over, all are tried again in the next session. Core
/// lane only.
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
                .thenCompose(rooms -> takeOver(link, rooms))
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

    private CompletionStage<Boolean> takeOver(XmppLink link, Map<BareJid, Bookmark> rooms) {
        CompletionStage<Boolean> done = CompletableFuture.completedStage(true);
        for (var each : rooms.entrySet()) {
            var key = new ChatKey(link.account(), each.getKey());
            if (book.kept(key).isEmpty()) {
                done = done.thenCompose(_ -> takeOver(link, key, each));
            }
        }
        return done;
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
