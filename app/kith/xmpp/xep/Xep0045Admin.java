package kith.xmpp.xep;

import kith.model.Affiliated;
import kith.model.Occupant.Role;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// XEP-0045 §§8 to 10: who may do what in a room, and the lists it keeps of that.
///
/// Believed is the room that was asked, and of its list what belongs on it. Not here: what becomes
/// of a change, which shows in the presences of those it concerns ([Xep0045Rooms]).
public final class Xep0045Admin {

    static final String NAMESPACE = Xep0045Rooms.NAMESPACE + "#admin";

    /// More than so many on one list nobody reads; the rest is dropped.
    static final int MOST = 100_000;

    /// Has a room change what some people may do, all in one request (§§8.5, 9.2, 9.5, 10.5). It
    /// does all of it or nothing, unless it looks at the first only, as Prosody 0.12 does.
    ///
    /// @param changes all on roles, or none
    /// @return fails with [kith.xmpp.RefusedException]
    public CompletionStage<IQ> change(XmppLink link, BareJid room, List<RoomChange> changes) {
        var query = StandardExtensionElement.builder("query", NAMESPACE);
        changes.forEach(change -> query.addElement(item(change)));
        return link.ask(PayloadIq.set(room, query.build()));
    }

    /// Asks a room for a list (§§9.2, 9.5, 10.5, 10.8).
    ///
    /// @return by address, each once; fails with [kith.xmpp.RefusedException]
    public CompletionStage<List<Affiliated>> list(XmppLink link, BareJid room, RoomList list) {
        return get(link, room, "affiliation", affiliation(Optional.of(list)))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq known
                                        ? entries(known.payload(), list)
                                        : List.of());
    }

    /// Asks a room who has a role (§§8.5, 9.8); the answer comes behind all presences that what was
    /// asked before has brought about.
    public CompletionStage<IQ> role(XmppLink link, BareJid room, Role role) {
        return get(link, room, "role", role(role));
    }

    private static CompletionStage<IQ> get(
            XmppLink link, BareJid room, String attribute, String value) {
        var item =
                StandardExtensionElement.builder("item", NAMESPACE)
                        .addAttribute(attribute, value)
                        .build();
        var query = StandardExtensionElement.builder("query", NAMESPACE).addElement(item);
        return link.ask(PayloadIq.get(room, query.build()));
    }

    private static StandardExtensionElement item(RoomChange change) {
        var item = StandardExtensionElement.builder("item", NAMESPACE);
        if (change.act().isOfRole()) {
            item.addAttribute("nick", change.nick()).addAttribute("role", role(change.act()));
        } else {
            item.addAttribute("affiliation", affiliation(change.act().list()))
                    .addAttribute("jid", change.address().orElseThrow().toString());
        }
        if (!change.reason().isBlank()) {
            item.addElement("reason", change.reason());
        }
        return item.build();
    }

    private static List<Affiliated> entries(StandardExtensionElement query, RoomList list) {
        var entries = new LinkedHashMap<BareJid, Affiliated>();
        for (var item : Tree.children(query, "item")) {
            entry(item, list).ifPresent(it -> entries.putIfAbsent(it.address(), it));
            if (entries.size() == MOST) {
                break;
            }
        }
        return entries.values().stream()
                .sorted(Comparator.comparing(entry -> entry.address().toString()))
                .toList();
    }

    /// Empty for what stands on another list, or is nobody.
    private static Optional<Affiliated> entry(StandardExtensionElement item, RoomList list) {
        boolean isOnList =
                Tree.attribute(item, "affiliation")
                        .filter(affiliation(Optional.of(list))::equals)
                        .isPresent();
        return Tree.address(item, "jid")
                .filter(address -> isOnList)
                .map(
                        address ->
                                new Affiliated(
                                        list,
                                        address.asBareJid(),
                                        Tree.attribute(item, "nick").orElse(""),
                                        Tree.child(item, "reason").map(Tree::text).orElse("")));
    }

    private static String affiliation(Optional<RoomList> list) {
        return list.map(
                        it ->
                                switch (it) {
                                    case OWNERS -> "owner";
                                    case ADMINS -> "admin";
                                    case MEMBERS -> "member";
                                    case BANNED -> "outcast";
                                })
                .orElse("none");
    }

    private static String role(Role role) {
        return switch (role) {
            case MODERATOR -> "moderator";
            case PARTICIPANT -> "participant";
            case VISITOR -> "visitor";
        };
    }

    private static String role(RoomAct act) {
        return switch (act) {
            case GIVE_VOICE, UNMAKE_MODERATOR -> role(Role.PARTICIPANT);
            case TAKE_VOICE -> role(Role.VISITOR);
            case MAKE_MODERATOR -> role(Role.MODERATOR);
            case KICK -> "none";
            case MAKE_MEMBER, MAKE_ADMIN, MAKE_OWNER, UNLIST, BAN ->
                    throw new IllegalArgumentException(act + " is on no role");
        };
    }
}
