package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Hat;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// With the examples of XEP-0317.
class Xep0317HatsTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");

    private final OpenDoors doors = new OpenDoors();

    @BeforeEach
    void ask() {
        var link = new CapturingLink();
        new XmppExtensions()
                .xep0045Rooms()
                .join(link, ROOM, "hag", Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    @Test
    void oneHat() {
        assertThat(
                        hats(
                                """
                                <hat uri='http://tech.example.edu/hats#TeacherAssistant'
                                 title='Teacher&apos;s Assistant' xml:lang='en-us'/>
                                """))
                .containsExactly(
                        new Hat(
                                "http://tech.example.edu/hats#TeacherAssistant",
                                "Teacher's Assistant"));
    }

    @Test
    void severalWithThingsInThem() {
        assertThat(
                        hats(
                                """
                                <hat title='Host' uri='http://schemas.example.com/hats#host'>
                                <badge xmlns="urn:example:badges" fgcolor="#000000"/></hat>
                                <hat title='Presenter' hue='327.255249'
                                 uri='http://schemas.example.com/hats#presenter'/>
                                """))
                .containsExactly(
                        new Hat("http://schemas.example.com/hats#host", "Host"),
                        new Hat(
                                "http://schemas.example.com/hats#presenter",
                                "Presenter",
                                OptionalDouble.of(327.255249)));
    }

    @Test
    void nonsenseIsNoHat() {
        assertThat(
                        hats(
                                """
                                <hat title='No name'/><hat uri='urn:a'/><hat uri='' title='x'/>
                                <hat uri='urn:blank' title='   '/>
                                <hat uri='urn:b' title='a&#10;b' hue='NaN'/>
                                <hat uri='urn:b' title='again'/>
                                <hat uri='urn:c' title='c' hue='1e300'/>
                                <hat uri='urn:d' title='d' hue='-5'/>
                                """))
                .containsExactly(
                        new Hat("urn:b", "a b"), new Hat("urn:c", "c"), new Hat("urn:d", "d"));
    }

    @Test
    void nobodyWearsHundreds() {
        var many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("<hat uri='urn:").append(i).append("' title='").append("x".repeat(500));
            many.append("'/>");
        }
        assertThat(hats(many.toString()))
                .hasSize(8)
                .allSatisfy(hat -> assertThat(hat.title()).hasSize(41));
    }

    private List<Hat> hats(String inside) {
        var events =
                doors.read(
                        "<presence from='coven@chat.example/firstwitch'>"
                                + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                                + "<item affiliation='owner' role='moderator'/></x>"
                                + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72603d'/>"
                                + "<hats xmlns='urn:xmpp:hats:0'>"
                                + inside
                                + "</hats></presence>");
        var occupant = ((OccupantChanged) events.getFirst()).occupant();
        assertThat(occupant.occupantId()).contains("dd72603d");
        return occupant.hats();
    }
}
