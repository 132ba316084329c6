package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomDescribed;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;

/// With the example of XEP-0045 §6.4.
class Xep0045TraitsTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");

    private final OpenDoors doors = new OpenDoors();

    @Test
    void aRoomSaysWhatItIs() {
        assertThat(
                        described(
                                "conference",
                                "http://jabber.org/protocol/muc",
                                "muc_passwordprotected",
                                "muc_hidden",
                                "muc_temporary",
                                "muc_open",
                                "muc_unmoderated",
                                "muc_nonanonymous"))
                .contains(
                        new RoomDescribed(
                                ROOM,
                                RoomTraits.of(
                                        Trait.PASSWORD,
                                        Trait.HIDDEN,
                                        Trait.TEMPORARY,
                                        Trait.NON_ANONYMOUS)));
        assertThat(
                        described(
                                "conference",
                                "http://jabber.org/protocol/muc",
                                "muc_membersonly",
                                "muc_nonanonymous",
                                "urn:xmpp:occupant-id:0",
                                "urn:xmpp:hats:0"))
                .contains(
                        new RoomDescribed(
                                ROOM,
                                RoomTraits.of(
                                        Trait.MEMBERS_ONLY,
                                        Trait.NON_ANONYMOUS,
                                        Trait.OCCUPANT_IDS,
                                        Trait.HATS)));
    }

    /// As XEP-0045 §7.10 has it, and as Prosody says it.
    @ParameterizedTest
    @ValueSource(strings = {"http://jabber.org/protocol/muc#register", "jabber:iq:register"})
    void aRoomSaysThatItKeepsNicks(String feature) {
        assertThat(described("conference", "http://jabber.org/protocol/muc", feature))
                .contains(new RoomDescribed(ROOM, RoomTraits.of(Trait.REGISTRATION)));
    }

    @Test
    void whatIsNoRoomSaysNothing() {
        assertThat(described("pubsub", "urn:xmpp:occupant-id:0"))
                .noneMatch(RoomDescribed.class::isInstance);
    }

    private List<XmppEvent> described(String category, String... features) {
        var query = new StandardExtensionElement("query", "http://jabber.org/protocol/disco#info");
        var answer = new StringBuilder();
        for (var feature : features) {
            answer.append("<feature var='").append(feature).append("'/>");
        }
        return doors.read(
                PayloadIq.get(ROOM, query),
                "<iq from='coven@chat.example' id='1' type='result'>"
                        + "<query xmlns='http://jabber.org/protocol/disco#info'>"
                        + "<identity category='"
                        + category
                        + "' name='A Dark Cave' type='text'/>"
                        + answer
                        + "</query></iq>");
    }
}
