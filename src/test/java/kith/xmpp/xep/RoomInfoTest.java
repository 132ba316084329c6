package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Removal;
import kith.xmpp.CapturingLink;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RemovalTold;
import kith.xmpp.XmppEvent.SlowModeTold;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;

/// What rooms say of slow mode (XEP-0500) and of removing messages (XEP-0425), and having one
/// removed, with the examples of both.
class RoomInfoTest {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("room@muc.example.com");

    private static final String SLOW =
            """
            <x xmlns='jabber:x:data' type='result'>
              <field var='FORM_TYPE' type='hidden'>
                <value>http://jabber.org/protocol/muc#roominfo</value>
              </field>
              <field var='muc#roominfo_slow_mode_duration' type='text-single'>
                <value>%s</value>
              </field>
            </x>
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0425Moderation moderation = new XmppExtensions().xep0425Moderation();

    /// XEP-0500 §5.2: what is no positive number counts as none.
    @ParameterizedTest
    @CsvSource({
        "20, 20",
        "0, 0",
        "-5, 0",
        "'', 0",
        "soon, 0",
        "2.5, 0",
        "' 7 ', 7",
        "99999999999999999999, 0",
        "999999999, 86400"
    })
    void slowMode(String said, long seconds) {
        assertThat(told(ROOM, SLOW.formatted(said)))
                .contains(new SlowModeTold(ROOM, Duration.ofSeconds(seconds)));
    }

    @Test
    void aRoomThatSaysNothingHasNoSlowMode() {
        assertThat(told(ROOM, "")).contains(new SlowModeTold(ROOM, Duration.ZERO));
    }

    /// XEP-0425 §2.
    @Test
    void removing() {
        var now = "<feature var='urn:xmpp:message-moderate:1'/>";
        var old = "<feature var='urn:xmpp:message-moderate:0'/>";
        assertThat(told(ROOM, now)).contains(new RemovalTold(ROOM, Removal.CURRENT));
        assertThat(told(ROOM, old)).contains(new RemovalTold(ROOM, Removal.OLD));
        assertThat(told(ROOM, old + now)).contains(new RemovalTold(ROOM, Removal.CURRENT));
        assertThat(told(ROOM, "")).contains(new RemovalTold(ROOM, Removal.NONE));
    }

    /// An occupant is no room, and neither is a contact.
    @Test
    void h18NobodyElseIsHeard() {
        var occupant = JidCreate.fromOrThrowUnchecked("room@muc.example.com/hag");
        assertThat(told(occupant, SLOW.formatted("20"))).noneMatch(SlowModeTold.class::isInstance);
        assertThat(read(ROOM, "<feature var='urn:xmpp:message-moderate:1'/>"))
                .noneMatch(RemovalTold.class::isInstance);
    }

    /// XEP-0425 §3.
    @Test
    void hasAMessageRemoved() {
        var reason = "This message contains inappropriate content for this forum";
        moderation.remove(link, ROOM, Removal.CURRENT, "stanza-id-1", reason);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='room@muc.example.com' type='set'>"
                                + "<moderate xmlns='urn:xmpp:message-moderate:1' id='stanza-id-1'>"
                                + "<retract xmlns='urn:xmpp:message-retract:1'></retract>"
                                + "<reason>"
                                + reason
                                + "</reason></moderate></iq>");
    }

    /// The same in version 0.2.
    @Test
    void hasAMessageRemovedByARoomOfBefore() {
        moderation.remove(link, ROOM, Removal.OLD, "stanza-id-1", "");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='room@muc.example.com' type='set'>"
                                + "<apply-to xmlns='urn:xmpp:fasten:0' id='stanza-id-1'>"
                                + "<moderate xmlns='urn:xmpp:message-moderate:0'>"
                                + "<retract xmlns='urn:xmpp:message-retract:0'></retract>"
                                + "</moderate></apply-to></iq>");
    }

    private List<XmppEvent> told(Jid from, String more) {
        return read(from, "<feature var='http://jabber.org/protocol/muc'/>" + more);
    }

    private List<XmppEvent> read(Jid from, String info) {
        var request = PayloadIq.get(from, new StandardExtensionElement("query", INFO));
        return doors.read(
                request,
                "<iq from='%s' id='%s' type='result'><query xmlns='%s'>%s</query></iq>"
                        .formatted(from, request.getStanzaId(), INFO, info));
    }
}
