package kith.xmpp.xep;

import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomConfigured;
import kith.xmpp.XmppEvent.RoomDescribed;
import kith.xmpp.XmppEvent.RoomTraitsChanged;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// XEP-0045 §§6.4, 7.2.3, 10.2.1: what a room is, as it says when it is asked, when it lets us in,
/// and when its owner changes it: who sees our address, and whether it writes down what is said.
///
/// Of a change, believed is the room alone, by its bare address, and only now.
final class Xep0045Status implements XmppExtension {

    private static final String USER = Xep0045Rooms.NAMESPACE + "#user";

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        var asked = in.request().getTo();
        boolean isRoom = asked != null && asked.isEntityBareJid() && Xep0030Disco.isAboutAll(in);
        return isRoom
                ? in.answered().stream()
                        .map(RoomInfo::of)
                        .filter(RoomInfo::isRoom)
                        .map(RoomInfo::traits)
                        .filter(traits -> !traits.equals(RoomTraits.UNKNOWN))
                        .<XmppEvent>map(traits -> new RoomDescribed(asked.asBareJid(), traits))
                        .toList()
                : List.of();
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        boolean isEntering =
                in.presence().getType() == Presence.Type.available
                        && in.room().filter(standing -> !standing.isJoined()).isPresent();
        var codes =
                isEntering
                        ? Tree.in(in.presence(), "x", USER)
                                .map(Xep0045Status::codes)
                                .orElse(Set.of())
                        : Set.<String>of();
        return codes.contains("110") ? changes(in.from().asBareJid(), codes) : List.of();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        boolean isRooms =
                in.standing().filter(RoomStanding::isJoined).isPresent()
                        && in.message().getType() == Message.Type.groupchat
                        && in.way() == IncomingMessage.Way.LIVE
                        && !in.author().address().hasResource();
        var codes =
                isRooms
                        ? in.payload("x", USER).map(Xep0045Status::codes).orElse(Set.of())
                        : Set.<String>of();
        return changes(in.peer(), codes);
    }

    private static List<XmppEvent> changes(BareJid room, Set<String> codes) {
        var now = EnumSet.noneOf(Trait.class);
        var noMore = EnumSet.noneOf(Trait.class);
        if (codes.contains("100") || codes.contains("172")) {
            now.add(Trait.NON_ANONYMOUS);
            noMore.add(Trait.SEMI_ANONYMOUS);
        }
        if (codes.contains("173")) {
            now.add(Trait.SEMI_ANONYMOUS);
            noMore.add(Trait.NON_ANONYMOUS);
        }
        if (codes.contains("174")) { // nobody, not even moderators (§15.6.2)
            noMore.add(Trait.SEMI_ANONYMOUS);
            noMore.add(Trait.NON_ANONYMOUS);
        }
        if (codes.contains("170")) {
            now.add(Trait.LOGGED);
        }
        if (codes.contains("171")) {
            noMore.add(Trait.LOGGED);
        }
        var events = new ArrayList<XmppEvent>(2);
        if (!now.isEmpty() || !noMore.isEmpty()) {
            events.add(new RoomTraitsChanged(room, now, noMore));
        }
        if (codes.contains("104")) {
            events.add(new RoomConfigured(room));
        }
        return events;
    }

    private static Set<String> codes(StandardExtensionElement user) {
        return Tree.children(user, "status").stream()
                .flatMap(each -> Tree.attribute(each, "code").stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
