package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomConfigured;
import kith.xmpp.XmppExtension;

import java.util.List;

/// XEP-0045 §10.2.1: a room says that it is otherwise than before, and nothing of how. Believed is
/// the room alone, by its bare address, and only what it says now.
final class Xep0045ConfigChange implements XmppExtension {

    private static final String USER = Xep0045Rooms.NAMESPACE + "#user";
    private static final String CHANGED = "104";

    @Override
    public List<XmppEvent> read(Envelope in) {
        boolean isFromRoom =
                in.isRoom()
                        && in.isNow()
                        && in.standing().isPresent()
                        && !in.author().address().hasResource();
        return isFromRoom && isIn(in) ? List.of(new RoomConfigured(in.peer())) : List.of();
    }

    private static boolean isIn(Envelope in) {
        return in.payload("x", USER).stream()
                .flatMap(user -> Tree.children(user, "status").stream())
                .flatMap(status -> Tree.attribute(status, "code").stream())
                .anyMatch(CHANGED::equals);
    }
}
