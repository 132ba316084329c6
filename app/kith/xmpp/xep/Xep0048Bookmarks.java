package kith.xmpp.xep;

import kith.xmpp.Bookmark;
import kith.xmpp.BookmarkShelf;
import kith.xmpp.KeptBookmarks;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// XEP-0048 Bookmarks, version 1.2: all rooms in one list, in the account's private storage
/// (XEP-0049 §3), where it has no better place. In a private node it is only read: who can keep a
/// private node keeps [Xep0402Rooms].
///
/// Which rooms of it were taken over into those stands in a private node of our own, one item
/// `<taken-over xmlns='im.kith.bookmarks:0'/>` with a `<room jid=''/>` for each: the list itself
/// stays as it is for clients that know nothing else, and says no more which of its rooms the user
/// has taken out since.
public final class Xep0048Bookmarks implements XmppExtension, BookmarkShelf {

    private static final String STORAGE = "storage";
    private static final String NODE = "storage:bookmarks";
    private static final String PRIVATE = "jabber:iq:private";
    private static final String ADDRESS = "jid";
    private static final String TAKEN_OVER_NODE = "im.kith.bookmarks:0";
    private static final String TAKEN_OVER = "taken-over";
    private static final String ROOM = "room";

    /// The one item of a node (XEP-0060 §12.20).
    private static final String ONLY = "current";

    /// A stanza of ours that is larger, servers may end the stream for.
    private static final int MAX_LENGTH = 60_000;

    @Override
    public CompletionStage<KeptBookmarks> all(XmppLink link) {
        return ask(link).thenApply(Xep0048Bookmarks::kept);
    }

    /// Asks for the list in a private node (§3), which old clients may have left there.
    public CompletionStage<KeptBookmarks> inNode(XmppLink link) {
        return Xep0402Bookmarks.orIfMissing(
                Xep0163Pep.items(link, NODE)
                        .thenApply(
                                listing ->
                                        listing.items().stream()
                                                .map(Xep0163Pep.Item::payload)
                                                .filter(Xep0048Bookmarks::isList)
                                                .findFirst())
                        .thenApply(Xep0048Bookmarks::kept),
                new KeptBookmarks(State.MISSING, Map.of()));
    }

    /// Asks of which rooms the older bookmarks were taken over, by whichever device of the user.
    /// What can't be read fails as [kith.model.Refusal.Reason#NOT_SUPPORTED].
    ///
    /// @return immutable
    public CompletionStage<Set<BareJid>> takenOver(XmppLink link) {
        return Xep0402Bookmarks.orIfMissing(
                Xep0163Pep.item(link, TAKEN_OVER_NODE, ONLY)
                        .thenCompose(
                                listing ->
                                        takenOver(listing)
                                                .map(CompletableFuture::completedStage)
                                                .orElseGet(Xep0402Bookmarks::refused)),
                Set.of());
    }

    /// Notes for all devices that those of more rooms were. Where they are too many for one stanza
    /// that fails as [kith.model.Refusal.Reason#NOT_SUPPORTED].
    ///
    /// @return those that are noted now
    public CompletionStage<Set<BareJid>> noteTakenOver(XmppLink link, Set<BareJid> more) {
        return takenOver(link).thenCompose(before -> note(link, before, more));
    }

    private static CompletionStage<Set<BareJid>> note(
            XmppLink link, Set<BareJid> before, Set<BareJid> more) {
        var all = new TreeSet<>(before);
        if (!all.addAll(more)) {
            return CompletableFuture.completedStage(before);
        }
        var noted = StandardExtensionElement.builder(TAKEN_OVER, TAKEN_OVER_NODE);
        for (var each : all) {
            noted.addElement(
                    StandardExtensionElement.builder(ROOM, TAKEN_OVER_NODE)
                            .addAttribute(ADDRESS, each.toString())
                            .build());
        }
        var payload = noted.build();
        return payload.toXML().length() > MAX_LENGTH
                ? Xep0402Bookmarks.refused()
                : Xep0223PrivateNode.publish(link, TAKEN_OVER_NODE, new Item(ONLY, payload))
                        .thenApply(_ -> Set.copyOf(all));
    }

    private static Optional<Set<BareJid>> takenOver(PepListing listing) {
        if (!listing.isWhole() || !listing.unread().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                listing.items().stream()
                        .filter(item -> item.id().equals(ONLY))
                        .map(Item::payload)
                        .filter(it -> it.getElementName().equals(TAKEN_OVER))
                        .flatMap(it -> Tree.children(it, ROOM).stream())
                        .flatMap(it -> room(it).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public CompletionStage<Optional<Bookmark>> change(
            XmppLink link, BareJid room, UnaryOperator<Optional<Bookmark>> change) {
        return ask(link).thenCompose(list -> changed(link, list, room, change));
    }

    private static CompletionStage<Optional<StandardExtensionElement>> ask(XmppLink link) {
        var list = new StandardExtensionElement(STORAGE, NODE);
        return link.ask(PayloadIq.get(null, query(list))).thenApply(Xep0048Bookmarks::list);
    }

    private static StandardExtensionElement query(StandardExtensionElement list) {
        return StandardExtensionElement.builder("query", PRIVATE).addElement(list).build();
    }

    private static Optional<StandardExtensionElement> list(IQ answer) {
        return Optional.of(answer)
                .filter(PayloadIq.class::isInstance)
                .map(it -> ((PayloadIq) it).payload())
                .filter(it -> !Tree.isChanged(it))
                .flatMap(it -> Tree.child(it, STORAGE, NODE));
    }

    private static boolean isList(StandardExtensionElement element) {
        return element.getElementName().equals(STORAGE) && element.getNamespace().equals(NODE);
    }

    private static KeptBookmarks kept(Optional<StandardExtensionElement> list) {
        var rooms = new HashMap<BareJid, Optional<Bookmark>>();
        for (var each : list.map(it -> Tree.children(it, Conference.NAME)).stream().toList()) {
            for (var one : each) {
                room(one).ifPresent(it -> rooms.putIfAbsent(it, Optional.of(Conference.in(one))));
            }
        }
        // what the tree leaves out is no room, and another order is none of other rooms
        return new KeptBookmarks(list.isPresent() ? State.WHOLE : State.PARTIAL, Map.copyOf(rooms));
    }

    private static Optional<BareJid> room(StandardExtensionElement element) {
        return Tree.attribute(element, ADDRESS)
                .flatMap(Xep0402Bookmarks::normalised)
                .filter(BareJid::isEntityBareJid);
    }

    private static CompletionStage<Optional<Bookmark>> changed(
            XmppLink link,
            Optional<StandardExtensionElement> list,
            BareJid room,
            UnaryOperator<Optional<Bookmark>> change) {
        if (list.filter(ChatItem::isWhole).isEmpty()) {
            return Xep0402Bookmarks.refused(); // something in it would be lost
        }
        var before = Optional.ofNullable(kept(list).rooms().get(room)).flatMap(it -> it);
        var wanted = change.apply(before);
        if (wanted.equals(before)) {
            return CompletableFuture.completedStage(wanted);
        }
        var changed = with(list.get(), room, wanted);
        boolean isSafe = ChatItem.isWhole(changed) && changed.toXML().length() <= MAX_LENGTH;
        return isSafe
                ? link.ask(PayloadIq.set(null, query(changed))).thenApply(_ -> wanted)
                : Xep0402Bookmarks.refused();
    }

    /// The same list with another bookmark of one room, in its place; of a room that is there twice
    /// the first counts, and only that stays.
    private static StandardExtensionElement with(
            StandardExtensionElement list, BareJid room, Optional<Bookmark> wanted) {
        var changed =
                StandardExtensionElement.builder(STORAGE, NODE).addAttributes(list.getAttributes());
        boolean isPlaced = false;
        for (var each : list.getElements()) {
            boolean isIt =
                    each.getElementName().equals(Conference.NAME)
                            && each.getNamespace().equals(NODE)
                            && room(each).filter(room::equals).isPresent();
            if (!isIt) {
                changed.addElement(each);
            } else if (!isPlaced) {
                isPlaced = true;
                wanted.ifPresent(it -> changed.addElement(Conference.put(each, it)));
            }
        }
        if (!isPlaced && wanted.isPresent()) {
            var fresh =
                    StandardExtensionElement.builder(Conference.NAME, NODE)
                            .addAttribute(ADDRESS, room.toString())
                            .build();
            changed.addElement(Conference.put(fresh, wanted.get()));
        }
        return changed.build();
    }
}
