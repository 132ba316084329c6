package kith.xmpp.xep;

import kith.model.Nick;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.OccupantPicture;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.Tree;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a room adds to an occupant's presence (XEP-0045 §7.2.2, §15.6).
///
/// @param codes the status codes
/// @param item role, affiliation and real address
/// @param destroy that the room is no more
record OccupantPresence(
        Set<String> codes,
        Optional<StandardExtensionElement> item,
        Optional<StandardExtensionElement> destroy) {

    private static final String NAMESPACE = Xep0045Rooms.NAMESPACE + "#user";
    private static final String IS_ME = "110";
    private static final String RENAMED = "303";

    static OccupantPresence of(Presence presence) {
        return Tree.in(presence, "x", NAMESPACE)
                .map(OccupantPresence::of)
                .orElse(new OccupantPresence(Set.of(), Optional.empty(), Optional.empty()));
    }

    private static OccupantPresence of(StandardExtensionElement user) {
        var codes =
                Tree.children(user, "status").stream()
                        .flatMap(each -> Tree.attribute(each, "code").stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new OccupantPresence(codes, Tree.child(user, "item"), Tree.child(user, "destroy"));
    }

    boolean isMe() {
        return codes.contains(IS_ME);
    }

    /// The nick they have from now on, where the presence says that (§7.6). What can be nobody's
    /// nick is none.
    Optional<String> newNick() {
        return codes.contains(RENAMED)
                ? item.flatMap(it -> Tree.attribute(it, "nick")).filter(Nick::isOne)
                : Optional.empty();
    }

    Occupant occupant(String nick, Presence presence) {
        var occupant =
                new Occupant(
                        nick,
                        role(),
                        affiliation(),
                        address(),
                        Rfc6121Presence.presence(presence),
                        isMe(),
                        Xep0421OccupantIds.in(presence),
                        Xep0317Hats.in(presence));
        return Xep0153Pictures.in(presence)
                .map(hash -> occupant.pictured(new OccupantPicture(presence.getFrom(), hash)))
                .orElse(occupant);
    }

    /// Why the room ended it; empty where it was left as wished.
    Optional<RoomState.Removed> removal() {
        return cause().map(cause -> new RoomState.Removed(cause, by(), reason(), alternative()));
    }

    /// Where those who were in a room that is no more are to go (§10.9): to another room.
    private Optional<BareJid> alternative() {
        return destroy.flatMap(it -> Tree.address(it, "jid"))
                .filter(Jid::isEntityBareJid)
                .map(Jid::asBareJid);
    }

    private Optional<Cause> cause() {
        if (destroy.isPresent()) {
            return Optional.of(Cause.DESTROYED);
        }
        if (codes.contains("301")) {
            return Optional.of(Cause.BANNED);
        }
        if (codes.contains("333")) { // before 307, which may stand beside it
            return Optional.of(Cause.CONNECTION_LOST);
        }
        if (codes.contains("307")) {
            return Optional.of(Cause.KICKED);
        }
        if (codes.contains("321")) {
            return Optional.of(Cause.NO_LONGER_MEMBER);
        }
        if (codes.contains("322")) {
            return Optional.of(Cause.MEMBERS_ONLY_NOW);
        }
        return codes.contains("332") ? Optional.of(Cause.SERVICE_SHUTDOWN) : Optional.empty();
    }

    private String by() {
        return item.flatMap(it -> Tree.child(it, "actor"))
                .flatMap(actor -> Tree.attribute(actor, "nick"))
                .orElse("");
    }

    private String reason() {
        return destroy.or(() -> item)
                .flatMap(it -> Tree.child(it, "reason"))
                .map(Tree::text)
                .orElse("");
    }

    private Role role() {
        return switch (said("role")) {
            case "moderator" -> Role.MODERATOR;
            case "participant" -> Role.PARTICIPANT;
            default -> Role.VISITOR;
        };
    }

    private Affiliation affiliation() {
        return switch (said("affiliation")) {
            case "owner" -> Affiliation.OWNER;
            case "admin" -> Affiliation.ADMIN;
            case "member" -> Affiliation.MEMBER;
            default -> Affiliation.NONE;
        };
    }

    private Optional<BareJid> address() {
        var address = said("jid");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JidCreate.bareFrom(address).asBareJid());
        } catch (XmppStringprepException impossible) {
            return Optional.empty();
        }
    }

    private String said(String attribute) {
        return item.flatMap(it -> Tree.attribute(it, attribute)).orElse("");
    }
}
