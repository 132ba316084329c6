package kith.xmpp.xep;

import kith.xmpp.AnswerEnvelope;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomPictured;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// XEP-0486 MUC Avatars, version 0.1.0: by which hashes a room's picture can be known.
///
/// It is told by the room's disco information, and by some services in a presence of the room
/// itself (§5.2). The picture is in the room's vCard ([Xep0054VCard]).
public final class Xep0486RoomPictures implements XmppExtension {

    private static final String ROOM_INFO = Xep0045Rooms.NAMESPACE + "#roominfo";
    private static final String HASHES = "muc#roominfo_avatarhash";

    /// In more formats nobody has a picture.
    private static final int MOST_HASHES = 8;

    /// A service that says nothing of it in a room that has rooms' information may tell it
    /// otherwise, or the room has none.
    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        var asked = in.request().getTo();
        if (asked == null || !Xep0030Disco.isAboutAll(in) || !asked.isEntityBareJid()) {
            return List.of();
        }
        return in.answered().stream()
                .flatMap(info -> Tree.child(info, "x", Xep0004Forms.NAMESPACE).stream())
                .filter(form -> values(form, "FORM_TYPE").anyMatch(ROOM_INFO::equals))
                .limit(1)
                .<XmppEvent>map(
                        form ->
                                new RoomPictured(
                                        asked.asBareJid(), hashes(values(form, HASHES)), true))
                .toList();
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        boolean isRoomItself =
                in.from().getResourceOrNull() == null
                        && in.presence().getType() == Presence.Type.available;
        return in.room().filter(_ -> isRoomItself).map(RoomStanding::room).stream()
                .flatMap(room -> pictured(in.presence(), room))
                .toList();
    }

    /// One without the element is not ready to say (XEP-0153 §4.1).
    private static Stream<XmppEvent> pictured(Presence presence, BareJid room) {
        return Tree.in(presence, "x", Xep0153Pictures.UPDATE).stream()
                .flatMap(update -> Tree.child(update, "photo").stream())
                .map(photo -> new RoomPictured(room, hashes(Stream.of(Tree.text(photo))), false));
    }

    private static Set<String> hashes(Stream<String> values) {
        return values.flatMap(each -> Xep0153Pictures.hash(each).stream())
                .limit(MOST_HASHES)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> values(StandardExtensionElement form, String name) {
        return Tree.children(form, "field").stream()
                .filter(field -> Tree.attribute(field, "var").filter(name::equals).isPresent())
                .flatMap(field -> Tree.children(field, "value").stream())
                .map(Tree::text);
    }
}
