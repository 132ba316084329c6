package kith.xmpp.xep;

import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkShelf;
import kith.xmpp.BookmarkSupport;
import kith.xmpp.Envelope;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.BookmarkElsewhere;
import kith.xmpp.XmppEvent.BookmarksGone;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// XEP-0402 PEP Native Bookmarks, version 1.2.0: the rooms themselves, an item for each. What is
/// chosen for chats beside that is [Xep0402Bookmarks]'.
public final class Xep0402Rooms implements XmppExtension, BookmarkShelf {

    private static final String NODE = Xep0402Bookmarks.NODE;

    private final Xep0030Disco disco;

    public Xep0402Rooms(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// What the account can do with bookmarks (§5). Where others could read what is published,
    /// nothing is (XEP-0223 §5).
    public CompletionStage<BookmarkSupport> support(XmppLink link, BareJid account) {
        return disco.features(link, account)
                .thenApply(
                        all ->
                                new BookmarkSupport(
                                        all.contains(Xep0163Pep.PRIVATE_FEATURE),
                                        all.contains(NODE + "#compat"),
                                        all.contains(NODE + "#compat-pep")));
    }

    @Override
    public CompletionStage<KeptBookmarks> all(XmppLink link) {
        return Xep0402Bookmarks.orIfMissing(
                Xep0163Pep.items(link, NODE).thenApply(Xep0402Rooms::kept),
                new KeptBookmarks(State.MISSING, Map.of()));
    }

    @Override
    public CompletionStage<Optional<Bookmark>> change(
            XmppLink link, BareJid room, UnaryOperator<Optional<Bookmark>> change) {
        return Xep0402Bookmarks.bookmark(link, room)
                .thenCompose(old -> changed(link, room, old, change));
    }

    private static CompletionStage<Optional<Bookmark>> changed(
            XmppLink link,
            BareJid room,
            Optional<ChatItem> old,
            UnaryOperator<Optional<Bookmark>> change) {
        var before = old.map(it -> Conference.in(it.element()));
        var wanted = change.apply(before);
        if (wanted.equals(before)) {
            return CompletableFuture.completedStage(wanted);
        }
        if (wanted.isEmpty()) {
            return Xep0163Pep.retract(link, NODE, room.toString()).thenApply(_ -> wanted);
        }
        var fresh = new StandardExtensionElement(Conference.NAME, NODE);
        var element = old.map(ChatItem::element).orElse(fresh);
        var changed = new ChatItem(Conference.put(element, wanted.get()));
        if (!changed.isWhole() || !Conference.in(changed.element()).equals(wanted.get())) {
            return Xep0402Bookmarks.refused();
        }
        return Xep0223PrivateNode.publish(link, NODE, new Item(room.toString(), changed.element()))
                .thenApply(_ -> wanted);
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        var events = new ArrayList<XmppEvent>();
        for (var item : Xep0163Pep.news(in, NODE)) {
            Xep0402Bookmarks.address(item.id())
                    .filter(_ -> isOne(item))
                    .map(room -> new BookmarkElsewhere(room, Optional.of(of(item))))
                    .ifPresent(events::add);
        }
        Xep0163Pep.retracted(in, NODE).stream()
                .flatMap(id -> Xep0402Bookmarks.address(id).stream())
                .map(room -> new BookmarkElsewhere(room, Optional.empty()))
                .forEach(events::add);
        if (Xep0163Pep.isEmptied(in, NODE)) {
            events.add(new BookmarksGone());
        }
        return events;
    }

    private static KeptBookmarks kept(PepListing listing) {
        var rooms = new HashMap<BareJid, Optional<Bookmark>>();
        Stream.concat(listing.items().stream().map(Item::id), listing.unread().stream())
                .flatMap(id -> Xep0402Bookmarks.normalised(id).stream())
                .forEach(room -> rooms.put(room, Optional.empty()));
        for (var item : listing.items()) {
            Xep0402Bookmarks.address(item.id())
                    .filter(_ -> isOne(item))
                    .ifPresent(room -> rooms.put(room, Optional.of(of(item))));
        }
        return new KeptBookmarks(
                listing.isWhole() ? State.WHOLE : State.PARTIAL, Map.copyOf(rooms));
    }

    private static boolean isOne(Item item) {
        return item.payload().getElementName().equals(Conference.NAME)
                && item.payload().getNamespace().equals(NODE);
    }

    private static Bookmark of(Item item) {
        return Conference.in(item.payload());
    }
}
