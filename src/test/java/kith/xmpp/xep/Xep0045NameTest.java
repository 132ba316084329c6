package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomNamed;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The name that a room says it has.
class Xep0045NameTest extends Xep0045RoomsFixture {

    @Test
    void aRoomHasAName() {
        assertThat(described("A Dark Cave")).contains(new RoomNamed(ROOM, "A Dark Cave"));
    }

    /// H36. Bookmarks and lists take it for one line that somebody wrote.
    @Test
    void aRoomsNameIsOneLineAndNotEndless() {
        assertThat(described("&#10;A Dark&#13;&#10;Cave\u2028"))
                .contains(new RoomNamed(ROOM, "A Dark Cave"));
        assertThat(described("\uD83E\uDDD9".repeat(2_000)))
                .contains(new RoomNamed(ROOM, "\uD83E\uDDD9".repeat(100) + "…"));
        assertThat(described("x" + "\uD83E\uDDD9".repeat(2_000)))
                .contains(new RoomNamed(ROOM, "x" + "\uD83E\uDDD9".repeat(99) + "…"));
        assertThat(described(" &#10; \u0085")).noneMatch(RoomNamed.class::isInstance);
    }

    private List<XmppEvent> described(String name) {
        var request =
                PayloadIq.get(
                        ROOM,
                        new StandardExtensionElement(
                                "query", "http://jabber.org/protocol/disco#info"));
        return doors.read(
                request,
                """
                <iq from='coven@chat.example' id='1' type='result'>
                <query xmlns='http://jabber.org/protocol/disco#info'>
                <identity category='conference' name='%s' type='text'/>
                </query></iq>
                """
                        .formatted(name));
    }
}
