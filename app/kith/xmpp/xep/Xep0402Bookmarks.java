package kith.xmpp.xep;

import kith.model.Chat;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.Envelope;
import kith.xmpp.FlagPlace;
import kith.xmpp.KeptFlags;
import kith.xmpp.KeptFlags.State;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppEvent.FlagsGone;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/// XEP-0402 PEP Native Bookmarks, version 1.2.0, as far as pins (XEP-0469) and mutes (XEP-0492) are
/// kept in them for all devices of the account.
///
/// Bookmarks are of rooms, and an address there is taken for a room's by every client. What is
/// chosen for a chat with a contact is kept in the same form in a node of our own beside them:
/// items `<chat xmlns='im.kith.chats:0'/>` with `<extensions/>`. So it is for a room without a
/// bookmark: nothing here makes one, or brings anybody into a room or out ([Xep0402Rooms] does).
public final class Xep0402Bookmarks implements XmppExtension {

    static final String OUR_NODE = "im.kith.chats:0";

    static final String NODE = "urn:xmpp:bookmarks:1";
    private static final Node BOOKMARKS = new Node(FlagPlace.BOOKMARK, NODE, "conference");
    private static final Node OWN = new Node(FlagPlace.OWN, OUR_NODE, "chat");

    /// Longer is no address (RFC 7622 §3.1).
    private static final int MAX_ADDRESS = 3071;

    private final Xep0030Disco disco;

    public Xep0402Bookmarks(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// A node whose items are of its own namespace.
    private record Node(FlagPlace place, String node, String name) {

        Optional<ChatItem> chat(Item item) {
            return Optional.of(item.payload())
                    .filter(it -> it.getElementName().equals(name))
                    .filter(it -> it.getNamespace().equals(node))
                    .map(ChatItem::new);
        }
    }

    /// We want to hear of them (XEP-0163 §4.2).
    @Override
    public Set<String> features() {
        return Set.of(NODE + "+notify", OUR_NODE + "+notify");
    }

    /// Whether the account can keep them, and keep them private: else nothing is published, as
    /// others could read it (XEP-0223 §5).
    public CompletionStage<Boolean> supported(XmppLink link, BareJid account) {
        return disco.features(link, account)
                .thenApply(all -> all.contains(Xep0163Pep.PRIVATE_FEATURE));
    }

    /// Asks for what is kept in a place.
    public CompletionStage<KeptFlags> all(XmppLink link, FlagPlace place) {
        var node = node(place);
        return orIfMissing(
                Xep0163Pep.items(link, node.node()).thenApply(listing -> kept(node, listing)),
                new KeptFlags(place, State.MISSING, Map.of()));
    }

    /// Changes what is chosen for one chat, after asking what is kept of it now: nothing else in
    /// that is changed or lost (XEP-0402 §3.4). What we couldn't read, or write as it was, we don't
    /// write: that fails as [Reason#NOT_SUPPORTED].
    ///
    /// @param change is told what is kept, and says what is to be; not called where that fails
    /// @return where it is kept: of a room in its bookmark, if it has one
    public CompletionStage<FlagPlace> change(
            XmppLink link,
            BareJid peer,
            Chat.Kind kind,
            Function<FlagsElsewhere, SharedFlags> change) {
        if (kind == Chat.Kind.CONTACT) {
            return changeOwn(link, peer, change);
        }
        return find(link, BOOKMARKS, peer)
                .thenCompose(
                        bookmark ->
                                bookmark.isPresent()
                                        ? changed(link, BOOKMARKS, peer, bookmark, change)
                                        : changeOwn(link, peer, change));
    }

    /// Takes what is kept of a chat out of our own node.
    public CompletionStage<FlagPlace> takeOut(XmppLink link, BareJid peer) {
        return Xep0163Pep.retract(link, OWN.node(), peer.toString()).thenApply(_ -> OWN.place());
    }

    private static CompletionStage<FlagPlace> changeOwn(
            XmppLink link, BareJid peer, Function<FlagsElsewhere, SharedFlags> change) {
        return find(link, OWN, peer).thenCompose(old -> changed(link, OWN, peer, old, change));
    }

    /// The bookmark of a room, if it has one; fails where it can't be read as it is.
    static CompletionStage<Optional<ChatItem>> bookmark(XmppLink link, BareJid room) {
        return find(link, BOOKMARKS, room);
    }

    private static CompletionStage<Optional<ChatItem>> find(
            XmppLink link, Node node, BareJid peer) {
        var found =
                Xep0163Pep.item(link, node.node(), peer.toString())
                        .thenCompose(
                                listing ->
                                        isAbsent(listing, peer)
                                                ? CompletableFuture.completedStage(
                                                        Optional.<ChatItem>empty())
                                                : readable(node, listing, peer));
        return orIfMissing(found, Optional.empty());
    }

    /// Not where something is there that we can't read, nor where it isn't clear.
    private static boolean isAbsent(PepListing listing, BareJid peer) {
        var ids = Stream.concat(listing.items().stream().map(Item::id), listing.unread().stream());
        return listing.isWhole()
                && ids.noneMatch(id -> normalised(id).filter(peer::equals).isPresent());
    }

    private static CompletionStage<Optional<ChatItem>> readable(
            Node node, PepListing listing, BareJid peer) {
        return listing.items().stream()
                .filter(item -> item.id().equals(peer.toString()))
                .findFirst()
                .flatMap(node::chat)
                .filter(ChatItem::isWhole)
                .map(chat -> CompletableFuture.completedStage(Optional.of(chat)))
                .orElseGet(Xep0402Bookmarks::refused);
    }

    private static CompletionStage<FlagPlace> changed(
            XmppLink link,
            Node node,
            BareJid peer,
            Optional<ChatItem> old,
            Function<FlagsElsewhere, SharedFlags> change) {
        var flags = old.map(ChatItem::flags);
        var wanted = change.apply(new FlagsElsewhere(peer, node.place(), flags));
        if (wanted.equals(flags.orElse(SharedFlags.NONE))) {
            return CompletableFuture.completedStage(node.place());
        }
        var changed = old.orElseGet(() -> fresh(node)).with(wanted);
        if (!changed.isWhole() || !changed.flags().equals(wanted)) {
            return refused();
        }
        if (node.place() == FlagPlace.OWN && changed.isBare()) {
            return Xep0163Pep.retract(link, node.node(), peer.toString())
                    .thenApply(_ -> node.place());
        }
        var item = new Item(peer.toString(), changed.element());
        return Xep0223PrivateNode.publish(link, node.node(), item).thenApply(_ -> node.place());
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        var events = new ArrayList<XmppEvent>();
        for (var node : List.of(BOOKMARKS, OWN)) {
            Xep0163Pep.news(in, node.node()).stream()
                    .flatMap(item -> flags(node, item).stream())
                    .forEach(events::add);
            Xep0163Pep.retracted(in, node.node()).stream()
                    .flatMap(id -> address(id).stream())
                    .map(peer -> new FlagsElsewhere(peer, node.place(), Optional.empty()))
                    .forEach(events::add);
            if (Xep0163Pep.isEmptied(in, node.node())) {
                events.add(new FlagsGone(node.place()));
            }
        }
        return events;
    }

    private static Optional<FlagsElsewhere> flags(Node node, Item item) {
        return address(item.id())
                .flatMap(
                        peer ->
                                node.chat(item)
                                        .map(ChatItem::flags)
                                        .map(
                                                it ->
                                                        new FlagsElsewhere(
                                                                peer,
                                                                node.place(),
                                                                Optional.of(it))));
    }

    private static KeptFlags kept(Node node, PepListing listing) {
        var chats = new HashMap<BareJid, Optional<SharedFlags>>();
        var ids = Stream.concat(listing.items().stream().map(Item::id), listing.unread().stream());
        ids.flatMap(id -> normalised(id).stream()).forEach(it -> chats.put(it, Optional.empty()));
        listing.items().stream()
                .flatMap(item -> flags(node, item).stream())
                .forEach(it -> chats.put(it.peer(), it.flags()));
        var state = listing.isWhole() ? State.WHOLE : State.PARTIAL;
        return new KeptFlags(node.place(), state, Map.copyOf(chats));
    }

    /// An item's id as it is to be: a bare address, as it is written everywhere.
    static Optional<BareJid> address(String id) {
        return normalised(id).filter(it -> it.toString().equals(id));
    }

    /// Whose item it is, as far as one can tell.
    static Optional<BareJid> normalised(String id) {
        return Optional.of(id)
                .filter(it -> it.length() <= MAX_ADDRESS)
                .map(JidCreate::bareFromOrNull);
    }

    private static ChatItem fresh(Node node) {
        return new ChatItem(new StandardExtensionElement(node.name(), node.node()));
    }

    private static Node node(FlagPlace place) {
        return place == FlagPlace.BOOKMARK ? BOOKMARKS : OWN;
    }

    static <T> CompletionStage<T> orIfMissing(CompletionStage<T> answer, T ifMissing) {
        return answer.exceptionallyCompose(
                failure ->
                        Xep0163Pep.isMissing(failure)
                                ? CompletableFuture.completedStage(ifMissing)
                                : CompletableFuture.failedStage(failure));
    }

    static <T> CompletionStage<T> refused() {
        return CompletableFuture.failedStage(
                new RefusedException(Refusal.of(Reason.NOT_SUPPORTED)));
    }
}
