package kith.xmpp.xep;

import kith.model.RoomTraits;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomDescribed;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a room says of itself when it is asked (XEP-0045 §6.4), which each joining does.
public final class Xep0045Traits implements XmppExtension {

    private static final String INFO = "http://jabber.org/protocol/disco#info";

    @Override
    public Set<String> features() {
        return Set.of();
    }

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        var asked = in.request().getTo();
        if (asked == null || !in.isTo("query", INFO) || !asked.isEntityBareJid()) {
            return List.of();
        }
        return in.answered().stream()
                .filter(Xep0045Traits::isRoom)
                .<XmppEvent>map(info -> new RoomDescribed(asked.asBareJid(), traits(info)))
                .toList();
    }

    private static boolean isRoom(StandardExtensionElement info) {
        return Tree.children(info, "identity").stream()
                .anyMatch(each -> "conference".equals(each.getAttributeValue("category")));
    }

    private static RoomTraits traits(StandardExtensionElement info) {
        var features =
                Tree.children(info, "feature").stream()
                        .flatMap(each -> Tree.attribute(each, "var").stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new RoomTraits(
                features.contains(Xep0421OccupantIds.NAMESPACE),
                features.contains(Xep0317Hats.NAMESPACE),
                features.contains("muc_membersonly"),
                features.contains("muc_nonanonymous"));
    }
}
