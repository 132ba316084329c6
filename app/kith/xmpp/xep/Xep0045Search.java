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

import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §6: lists the rooms of a service ([Xep0045Services]) page by page (XEP-0059), and asks
/// a room what it is, before anybody enters it.
///
/// Trusts no one: too many rooms and names that are too long are cut.
public final class Xep0045Search {

    static final int PAGE = 100;

    /// One who knows no pages answers with all: so many of them are taken.
    static final int MAX_ROOMS = 10_000;

    private static final String QUERY = "query";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final String INFO = "http://jabber.org/protocol/disco#info";

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
