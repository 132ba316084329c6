package kith.xmpp.xep;

import kith.model.FoundRoom;
import kith.model.RoomPage;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §6: finds the services that have rooms, lists their rooms page by page (XEP-0059), and
/// asks a room what it is, before anybody enters it.
///
/// Trusts no one: too many rooms and names that are too long are cut.
public final class Xep0045Search {

    static final int PAGE = 100;

    /// One who knows no pages answers with all: so many of them are taken.
    static final int MAX_ROOMS = 10_000;

    /// So many of a server's services are asked; the rest can't be honest.
    private static final int MAX_SERVICES = 50;

    private static final String QUERY = "query";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final String INFO = "http://jabber.org/protocol/disco#info";

    private final Xep0030Disco disco;

    Xep0045Search(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Looks for the services that have rooms (§6.1): the server itself where it is one, else those
    /// among its items that are.
    ///
    /// @return in the server's order; none where it has none. Fails with [RefusedException] where
    ///   the server doesn't say what it has
    public CompletionStage<List<DomainBareJid>> services(XmppLink link, DomainBareJid server) {
        return isService(link, server)
                .thenCompose(
                        isOne ->
                                isOne
                                        ? CompletableFuture.completedStage(List.of(server))
                                        : disco.items(link, server)
                                                .thenCompose(items -> among(link, items)));
    }

    private CompletionStage<List<DomainBareJid>> among(XmppLink link, List<Jid> items) {
        var domains =
                items.stream()
                        .filter(Jid::isDomainBareJid)
                        .map(Jid::asDomainBareJid)
                        .limit(MAX_SERVICES)
                        .toList();
        var asked =
                domains.stream().map(each -> isService(link, each).toCompletableFuture()).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(
                        _ ->
                                domains.stream()
                                        .filter(each -> asked.get(domains.indexOf(each)).join())
                                        .toList());
    }

    /// One that says no, or nothing, is none.
    private CompletionStage<Boolean> isService(XmppLink link, Jid entity) {
        return disco.features(link, entity)
                .handle(
                        (features, failure) ->
                                failure == null && features.contains(Xep0045Rooms.NAMESPACE));
    }

    /// Asks a service for its rooms (§6.3), as far as they are public.
    ///
    /// @param after what the page before said is next; empty for the first page
    /// @return fails with [RefusedException]
    public CompletionStage<RoomPage> rooms(
            XmppLink link, DomainBareJid service, Optional<String> after) {
        var query =
                StandardExtensionElement.builder(QUERY, ITEMS)
                        .addElement(Xep0059Pages.request(PAGE, after))
                        .build();
        return link.ask(PayloadIq.get(service, query))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq known
                                        ? page(known.payload())
                                        : RoomPage.NONE);
    }

    private static RoomPage page(StandardExtensionElement answer) {
        var items = Tree.children(answer, "item");
        var seen = new HashSet<EntityBareJid>();
        var rooms =
                items.stream()
                        .limit(MAX_ROOMS)
                        .flatMap(each -> room(each).stream())
                        .filter(each -> seen.add(each.address()))
                        .toList();
        return new RoomPage(
                rooms, Xep0059Pages.next(answer, items.size()), Xep0059Pages.count(answer));
    }

    private static Optional<FoundRoom> room(StandardExtensionElement item) {
        var name = RoomInfo.cut(Tree.attribute(item, "name").orElse(""), RoomInfo.MAX_NAME);
        return Tree.address(item, "jid")
                .flatMap(jid -> Optional.ofNullable(jid.asEntityBareJidIfPossible()))
                .map(address -> FoundRoom.of(address, name, Optional.empty()));
    }

    /// Asks a room what it is (§6.4).
    ///
    /// @return empty where the address is somebody else's. Fails with [RefusedException],
    ///   `NOT_FOUND` where there is no such room
    public CompletionStage<Optional<FoundRoom>> describe(XmppLink link, EntityBareJid room) {
        return link.ask(PayloadIq.get(room, new StandardExtensionElement(QUERY, INFO)))
                .thenApply(answer -> described(room, answer));
    }

    private static Optional<FoundRoom> described(EntityBareJid room, IQ answer) {
        return answer instanceof PayloadIq known
                ? Optional.of(RoomInfo.of(known.payload()))
                        .filter(RoomInfo::isRoom)
                        .map(info -> FoundRoom.of(room, info.name(), Optional.of(info.traits())))
                : Optional.empty();
    }
}
