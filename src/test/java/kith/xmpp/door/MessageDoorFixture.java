package kith.xmpp.door;

import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent.MessageArrived;

import java.time.Instant;

/// What comes through the door, from Bob, from a room, from another device and from an archive.
abstract class MessageDoorFixture {

    static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

    static final String DELAY = "<delay xmlns='urn:xmpp:delay' stamp='2026-11-20T10:00:00Z'/>";

    static final String FROM_BOB =
            "<message xmlns='jabber:client' from='bob@far.example/phone'"
                    + " to='alice@home.example/other' type='chat'><body>secret</body></message>";

    static final String FROM_US =
            "<message xmlns='jabber:client' from='alice@home.example/other'"
                    + " to='bob@far.example' type='chat'><body>mine</body></message>";

    final OpenDoors doors = new OpenDoors();

    IncomingMessage arrived(String xml) {
        return doors.read(xml).stream()
                .filter(MessageArrived.class::isInstance)
                .map(MessageArrived.class::cast)
                .map(MessageArrived::message)
                .findFirst()
                .orElseThrow();
    }

    static String asInner(String message) {
        return message.replaceFirst("<message ", "<message xmlns='jabber:client' ");
    }

    static String carbon(String from, String kind, String inner) {
        return """
        <message %s to='alice@home.example/kith'>
        <%s xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></%s>
        </message>
        """
                .formatted(from, kind, DELAY, inner, kind);
    }

    static String result(String from, String query, String inner, String delay) {
        return """
        <message %s to='alice@home.example/kith'>
        <result xmlns='urn:xmpp:mam:2' queryid='%s' id='a-1'>\
        <forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></result>
        </message>
        """
                .formatted(from, query, delay, inner);
    }
}
