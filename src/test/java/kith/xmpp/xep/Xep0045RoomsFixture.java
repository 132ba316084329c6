package kith.xmpp.xep;

import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// A room, which the test is, through the doors.
abstract class Xep0045RoomsFixture {

    static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");
    private static final String USER = "http://jabber.org/protocol/muc#user";

    final OpenDoors doors = new OpenDoors();
    final CapturingLink link = new CapturingLink();
    final Xep0045Rooms rooms = new XmppExtensions().xep0045Rooms();

    void join(String nick) {
        rooms.join(link, ROOM, nick, Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    void joined(String nick) {
        join(nick);
        read(nick, "", "<item affiliation='none' role='participant'/><status code='110'/>");
    }

    List<XmppEvent> read(String nick, String type, String inside) {
        var kind = type.isEmpty() ? "" : "type='%s'".formatted(type);
        return doors.read(
                "<presence from='%s/%s' %s><x xmlns='%s'>%s</x></presence>"
                        .formatted(ROOM, nick, kind, USER, inside));
    }

    MessageArrived said(String nick) {
        return (MessageArrived)
                doors.read(
                                "<message from='%s/%s' type='groupchat'><body>x</body></message>"
                                        .formatted(ROOM, nick))
                        .getFirst();
    }
}
