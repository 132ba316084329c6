package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.xmpp.CapturingLink;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomPictured;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pictures of rooms with the examples of XEP-0486.
class Xep0486RoomPicturesTest {

    private static final BareJid ROOM =
            JidCreate.bareFromOrThrowUnchecked("garden@chat.shakespeare.example.org");
    private static final String HASH = "a31c4bd04de69663cfd7f424a8453f4674da37ff";
    private static final String OTHER = "b9b256f999ded52c2fa14fb007c2e5b979450cbb";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();

    @Test
    void aRoomTellsTheHashesInItsInformation() {
        assertThat(info("<value>" + HASH + "</value><value>" + OTHER + "</value>"))
                .contains(new RoomPictured(ROOM, Set.of(HASH, OTHER), true));
    }

    @Test
    void aRoomThatTellsNoneMayHaveNone() {
        assertThat(info("")).contains(new RoomPictured(ROOM, Set.of(), true));
    }

    @ParameterizedTest
    @CsvSource({"''", "../../../etc/passwd", "a31c", "zzzc4bd04de69663cfd7f424a8453f4674da37ff"})
    void whatIsNoHashIsNone(String value) {
        assertThat(info("<value>" + value + "</value>"))
                .contains(new RoomPictured(ROOM, Set.of(), true));
    }

    @Test
    void aPresenceOfTheRoomItselfTellsIt() {
        enter();
        assertThat(doors.read(presence("", "<photo>" + HASH + "</photo>")))
                .contains(new RoomPictured(ROOM, Set.of(HASH), false));
        assertThat(doors.read(presence("", "<photo/>")))
                .contains(new RoomPictured(ROOM, Set.of(), false));
        assertThat(doors.read(presence("", ""))).noneMatch(RoomPictured.class::isInstance);
        assertThat(doors.read(presence("/juliet", "<photo>" + HASH + "</photo>")))
                .noneMatch(RoomPictured.class::isInstance);
    }

    @Test
    void whoIsNoRoomHasNoPicture() {
        assertThat(doors.read(presence("", "<photo>" + HASH + "</photo>")))
                .noneMatch(RoomPictured.class::isInstance);
    }

    @Test
    void thePicturesAreInTheCard() {
        var pictures = extensions.xep0054VCard().pictures(link, ROOM).toCompletableFuture();
        link.answer(
                card(
                        "<PHOTO><TYPE>image/png</TYPE><BINVAL>aGVs\nbG8=\n</BINVAL></PHOTO>"
                                + "<PHOTO><BINVAL>%%%!</BINVAL></PHOTO><PHOTO/>"
                                + "<PHOTO><BINVAL>"
                                + "A".repeat(Xep0054VCard.MOST_BYTES * 2)
                                + "</BINVAL></PHOTO>"));
        assertThat(pictures.join())
                .contains("hello".getBytes(StandardCharsets.US_ASCII))
                .allMatch(each -> each.length <= 5);
    }

    @Test
    void whatElseIsInTheCardStays() {
        var _ = extensions.xep0054VCard().publish(link, ROOM, Optional.of(new byte[] {1}));
        link.answer(card("<FN>The Garden</FN><PHOTO><BINVAL>aGVsbG8=</BINVAL></PHOTO>"));
        assertThat(link.lastXml())
                .contains(
                        "<FN>The Garden</FN>",
                        "<PHOTO><TYPE>image/png</TYPE><BINVAL>AQ==</BINVAL></PHOTO>")
                .doesNotContain("aGVsbG8=");
    }

    @Test
    void aPictureIsTakenAwayAndANewCardMade() {
        var _ = extensions.xep0054VCard().publish(link, ROOM, Optional.empty());
        link.refuse(Refusal.of(Refusal.Reason.NOT_FOUND));
        assertThat(link.lastXml()).contains("type='set'", "<vCard xmlns='vcard-temp'/>");
    }

    private List<XmppEvent> info(String values) {
        var request =
                PayloadIq.get(
                        ROOM,
                        new StandardExtensionElement(
                                "query", "http://jabber.org/protocol/disco#info"));
        return doors.read(
                request,
                """
                <iq type='result' id='K92am' from='garden@chat.shakespeare.example.org'>
                <query xmlns='http://jabber.org/protocol/disco#info'>
                <identity category='conference' type='text' name='The Garden'/>
                <feature var='http://jabber.org/protocol/muc'/><feature var='vcard-temp'/>
                <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>
                <value>http://jabber.org/protocol/muc#roominfo</value></field>
                <field var='muc#roominfo_avatarhash' type='text-multi'>%s</field></x>
                </query></iq>
                """
                        .formatted(values));
    }

    private void enter() {
        extensions.xep0045Rooms().join(link, ROOM, "juliet", Optional.empty(), Optional.empty());
        doors.leaving(link.sent().getFirst());
    }

    private static String presence(String occupant, String photo) {
        return """
        <presence from='garden@chat.shakespeare.example.org%s'>
        <x xmlns='vcard-temp:x:update'>%s</x></presence>
        """
                .formatted(occupant, photo);
    }

    private static String card(String inside) {
        return "<iq type='result' id='uD10h' from='garden@chat.shakespeare.example.org'>"
                + "<vCard xmlns='vcard-temp'>"
                + inside
                + "</vCard></iq>";
    }
}
