package kith.xmpp.xep;

import kith.model.Chat;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.SharedFlags;
import kith.xmpp.Envelope;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.FlagsElsewhere;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// XEP-0402 PEP Native Bookmarks, version 1.2.0, as far as pins (XEP-0469) and mutes (XEP-0492) are
/// kept in them for all devices of the account.
///
/// Bookmarks are of rooms, and an address there is taken for a room's by every client. What is
/// chosen for a chat with a contact is kept in the same form in a node of our own beside them:
/// items `<chat xmlns='im.kith.chats:0'/>` with `<extensions/>`. Nothing here enters or leaves a
/// room.
public final class Xep0402Bookmarks implements XmppExtension {

    static final String OUR_NODE = "im.kith.chats:0";

    private static final String NODE = "urn:xmpp:bookmarks:1";
    private static final Place ROOMS = new Place(Chat.Kind.ROOM, NODE, "conference");
    private static final Place CONTACTS = new Place(Chat.Kind.CONTACT, OUR_NODE, "chat");

    /// Longer is no address (RFC 7622 §3.1).
    private static final int MAX_ADDRESS = 3071;

    private final Xep0030Disco disco;

    public Xep0402Bookmarks(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// What a room's bookmark says where there was none.
    ///
    /// @param isAutojoin whether the devices should enter it at sign-in
    public record NewBookmark(String nick, boolean isAutojoin) {}

    /// Where what kind of chat is kept: in a node whose items are of its own namespace.
    private record Place(Chat.Kind kind, String node, String name) {

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

    /// Asks for what is chosen for all chats of a kind; empty where nothing was kept yet, or the
    /// account has lost all.
    public CompletionStage<Optional<List<FlagsElsewhere>>> all(XmppLink link, Chat.Kind kind) {
        var place = place(kind);
        return Xep0163Pep.items(link, place.node())
                .thenApply(items -> Optional.of(flags(place, items)))
                .exceptionallyCompose(
                        failure ->
                                Xep0163Pep.isMissing(failure)
                                        ? CompletableFuture.completedStage(Optional.empty())
                                        : CompletableFuture.failedStage(failure));
    }

    /// Changes what is chosen for one chat, after asking what is kept of it now: nothing else in
    /// that is changed or lost (XEP-0402 §3.4). What we couldn't write as it was we don't write:
    /// that fails as [Reason#NOT_SUPPORTED].
    ///
    /// @param change is told what is kept, and says what is to be; not called where that fails
    /// @param ifNew of a room that has no bookmark
    public CompletionStage<Boolean> change(
            XmppLink link,
            BareJid peer,
            Chat.Kind kind,
            UnaryOperator<SharedFlags> change,
            NewBookmark ifNew) {
        var place = place(kind);
        return Xep0163Pep.item(link, place.node(), peer.toString())
                .exceptionallyCompose(
                        failure ->
                                Xep0163Pep.isMissing(failure)
                                        ? CompletableFuture.completedStage(List.of())
                                        : CompletableFuture.failedStage(failure))
                .thenCompose(
                        items -> {
                            var item =
                                    items.stream()
                                            .filter(it -> it.id().equals(peer.toString()))
                                            .findFirst();
                            var old = item.flatMap(place::chat);
                            if (item.isPresent() && old.filter(ChatItem::isWhole).isEmpty()) {
                                return refused();
                            }
                            return changed(link, place, peer, old, change, ifNew);
                        });
    }

    private static CompletionStage<Boolean> changed(
            XmppLink link,
            Place place,
            BareJid peer,
            Optional<ChatItem> old,
            UnaryOperator<SharedFlags> change,
            NewBookmark ifNew) {
        var flags = old.map(ChatItem::flags).orElse(SharedFlags.NONE);
        var wanted = change.apply(flags);
        if (wanted.equals(flags)) {
            return CompletableFuture.completedStage(false);
        }
        var changed = old.orElseGet(() -> fresh(place, ifNew)).with(wanted);
        if (!changed.isWhole() || !changed.flags().equals(wanted)) {
            return refused();
        }
        boolean isOver = place.kind() == Chat.Kind.CONTACT && changed.isBare();
        var done =
                isOver
                        ? Xep0163Pep.retract(link, place.node(), peer.toString())
                        : Xep0223PrivateNode.publish(
                                        link,
                                        place.node(),
                                        new Item(peer.toString(), changed.element()))
                                .thenApply(_ -> true);
        return done;
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        var events = new ArrayList<XmppEvent>();
        for (var place : List.of(ROOMS, CONTACTS)) {
            events.addAll(flags(place, Xep0163Pep.news(in, place.node())));
            Xep0163Pep.retracted(in, place.node()).stream()
                    .flatMap(id -> address(id).stream())
                    .map(peer -> new FlagsElsewhere(peer, place.kind(), SharedFlags.NONE))
                    .forEach(events::add);
        }
        return events;
    }

    private static List<FlagsElsewhere> flags(Place place, List<Item> items) {
        return items.stream().flatMap(item -> flags(place, item)).toList();
    }

    private static Stream<FlagsElsewhere> flags(Place place, Item item) {
        return place.chat(item).stream()
                .flatMap(
                        chat ->
                                address(item.id()).stream()
                                        .map(
                                                peer ->
                                                        new FlagsElsewhere(
                                                                peer, place.kind(), chat.flags())));
    }

    /// An item's id as it is to be: a bare address, as it is written everywhere.
    private static Optional<BareJid> address(String id) {
        return Optional.of(id)
                .filter(it -> it.length() <= MAX_ADDRESS)
                .map(JidCreate::bareFromOrNull)
                .filter(it -> it.toString().equals(id));
    }

    private static ChatItem fresh(Place place, NewBookmark ifNew) {
        var element = StandardExtensionElement.builder(place.name(), place.node());
        if (place.kind() == Chat.Kind.ROOM) {
            element.addAttribute("autojoin", Boolean.toString(ifNew.isAutojoin()));
            if (!ifNew.nick().isEmpty()) {
                element.addElement("nick", ifNew.nick());
            }
        }
        return new ChatItem(element.build());
    }

    private static Place place(Chat.Kind kind) {
        return kind == Chat.Kind.ROOM ? ROOMS : CONTACTS;
    }

    private static CompletionStage<Boolean> refused() {
        return CompletableFuture.failedStage(
                new RefusedException(Refusal.of(Reason.NOT_SUPPORTED)));
    }
}
