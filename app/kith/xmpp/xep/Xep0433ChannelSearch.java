package kith.xmpp.xep;

import kith.model.FoundRoom;
import kith.model.RoomPage;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

/// XEP-0433 Extended Channel Search, version 0.1: asks a directory of rooms for those that have
/// some words in their name, description or address, those with most people first.
///
/// The words go to a third party (§7): callers ask only who the user has chosen. Not done: a
/// directory's own form with fields of its own, channels that are no rooms (XEP-0369), and the
/// whole directory, which most refuse.
public final class Xep0433ChannelSearch {

    static final String NAMESPACE = "urn:xmpp:channel-search:0:search";

    private static final String PARAMS = "urn:xmpp:channel-search:0:search-params";
    private static final String MOST_PEOPLE_FIRST = "{urn:xmpp:channel-search:0:order}nusers";
    private static final String SEMI_ANONYMOUS = "muc_semianonymous";
    private static final String ROOMS = "xep-0045";
    private static final int PAGE = 50;
    private static final int MAX_ROOMS = 500;

    /// Asks for a page of the rooms that fit.
    ///
    /// @param words what the user looks for
    /// @param after what the page before said is next; empty for the first page
    /// @return fails with [RefusedException]: `LIMIT` where the directory is asked too often
    public CompletionStage<RoomPage> search(
            XmppLink link, Jid directory, String words, Optional<String> after) {
        var search =
                StandardExtensionElement.builder("search", NAMESPACE)
                        .addElement(Xep0059Pages.request(PAGE, after))
                        .addElement(form(words))
                        .build();
        return link.ask(PayloadIq.get(directory, search))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq known
                                        ? page(known.payload())
                                        : RoomPage.NONE);
    }

    private static StandardExtensionElement form(String words) {
        return StandardExtensionElement.builder("x", Xep0004Forms.NAMESPACE)
                .addAttribute("type", "submit")
                .addElement(field("FORM_TYPE", "hidden", PARAMS))
                .addElement(field("q", "text-single", words))
                .addElement(field("types", "list-multi", ROOMS))
                .addElement(field("key", "list-single", MOST_PEOPLE_FIRST))
                .build();
    }

    private static StandardExtensionElement field(String name, String type, String value) {
        return StandardExtensionElement.builder("field", Xep0004Forms.NAMESPACE)
                .addAttribute("type", type)
                .addAttribute("var", name)
                .addElement("value", value)
                .build();
    }

    private static RoomPage page(StandardExtensionElement result) {
        var items = Tree.children(result, "item");
        var seen = new HashSet<EntityBareJid>();
        return new RoomPage(
                items.stream()
                        .limit(MAX_ROOMS)
                        .filter(Xep0433ChannelSearch::isRoom)
                        .flatMap(each -> room(each).stream())
                        .filter(each -> seen.add(each.address()))
                        .toList(),
                Xep0059Pages.next(result, items.size()),
                Xep0059Pages.count(result));
    }

    private static boolean isRoom(StandardExtensionElement item) {
        var type = text(item, "service-type", RoomInfo.MAX_NAME);
        return type.isEmpty() || type.equals(ROOMS);
    }

    private static Optional<FoundRoom> room(StandardExtensionElement item) {
        return Tree.address(item, "address")
                .flatMap(jid -> Optional.ofNullable(jid.asEntityBareJidIfPossible()))
                .map(
                        address ->
                                FoundRoom.of(
                                        address,
                                        text(item, "name", RoomInfo.MAX_NAME),
                                        Optional.of(traits(item))));
    }

    private static RoomTraits traits(StandardExtensionElement item) {
        return new RoomTraits(
                anonymity(item),
                text(item, "description", RoomInfo.MAX_DESCRIPTION),
                "",
                text(item, "language", RoomInfo.MAX_NAME),
                Tree.child(item, "nusers")
                        .map(Tree::text)
                        .map(Xep0059Pages::number)
                        .orElse(OptionalInt.empty()));
    }

    /// A mode nobody knows is taken for none (§5.2.1).
    private static EnumSet<Trait> anonymity(StandardExtensionElement item) {
        var mode = text(item, "anonymity-mode", RoomInfo.MAX_NAME);
        return mode.isEmpty()
                ? EnumSet.noneOf(Trait.class)
                : EnumSet.of(
                        mode.equals(SEMI_ANONYMOUS) ? Trait.SEMI_ANONYMOUS : Trait.NON_ANONYMOUS);
    }

    private static String text(StandardExtensionElement item, String name, int length) {
        return Tree.child(item, name)
                .map(it -> RoomInfo.cut(Tree.text(it).strip(), length))
                .orElse("");
    }
}
