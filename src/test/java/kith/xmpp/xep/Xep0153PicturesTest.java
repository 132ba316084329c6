package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The pictures of people in rooms, with the examples of XEP-0153 and XEP-0054.
class Xep0153PicturesTest {

    private static final BareJid ROOM =
            JidCreate.bareFromOrThrowUnchecked("garden@chat.shakespeare.example.org");
    private static final Jid JULIET = JidCreate.fromOrThrowUnchecked(ROOM + "/juliet");
    private static final String HASH = "01b87fcd030b72895ff8e88db57ec525450f000d";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();

    /// §3.1, example 3.
    @Test
    void whoIsInARoomAnnouncesTheirPicture() {
        assertThat(juliet(update("<photo>" + HASH + "</photo>")))
                .contains(new OccupantPicture(JULIET, HASH));
        assertThat(juliet(update("<photo>" + HASH.toUpperCase(Locale.ROOT) + "</photo>")))
                .contains(new OccupantPicture(JULIET, HASH));
    }

    /// §4.1: nothing to announce, not ready to, and none.
    @ParameterizedTest
    @ValueSource(strings = {"", "<x xmlns='vcard-temp:x:update'/>"})
    void whoAnnouncesNothingHasNone(String update) {
        assertThat(juliet(update)).isEmpty();
        assertThat(juliet(update("<photo/>"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "01b8",
                "zzb87fcd030b72895ff8e88db57ec525450f000d",
                HASH + "0",
                HASH + " " + HASH
            })
    void whatIsNoHashIsNone(String announced) {
        assertThat(juliet(update("<photo>" + announced + "</photo>"))).isEmpty();
    }

    @Test
    void aNewNickKeepsThePictureAndTheWayToIt() {
        var renamed = occupant(update("<photo>" + HASH + "</photo>")).renamed("Julia C");
        assertThat(renamed.picture())
                .contains(
                        new OccupantPicture(
                                JidCreate.fromOrThrowUnchecked(ROOM + "/Julia C"), HASH));
    }

    /// §3.2, as a room passes it on (XEP-0045 §17.4).
    @Test
    void theyAreAskedForItThroughTheRoom() {
        var pictures = extensions.xep0054VCard().pictures(link, JULIET).toCompletableFuture();
        assertThat(link.lastXml())
                .contains("to='" + JULIET + "'", "type='get'", "<vCard xmlns='vcard-temp'/>");
        link.answer(
                "<iq type='result' id='v1' from='%s'><vCard xmlns='vcard-temp'>".formatted(JULIET)
                        + "<PHOTO><TYPE>image/jpeg</TYPE><BINVAL>aGVsbG8=</BINVAL></PHOTO>"
                        + "<PHOTO><EXTVAL>http://192.168.1.1/picture.png</EXTVAL></PHOTO>"
                        + "</vCard></iq>");
        assertThat(pictures.join()).containsExactly("hello".getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<OccupantPicture> juliet(String update) {
        return occupant(update).picture();
    }

    private Occupant occupant(String update) {
        extensions.xep0045Rooms().join(link, ROOM, "romeo", Optional.empty(), Optional.empty());
        doors.leaving(link.sent().getFirst());
        return doors
                .read(
                        """
                        <presence from='%s'>
                        <x xmlns='http://jabber.org/protocol/muc#user'>
                        <item affiliation='none' role='participant'/></x>%s</presence>
                        """
                                .formatted(JULIET, update))
                .stream()
                .filter(OccupantChanged.class::isInstance)
                .map(event -> ((OccupantChanged) event).occupant())
                .findFirst()
                .orElseThrow();
    }

    private static String update(String photo) {
        return "<x xmlns='vcard-temp:x:update'>" + photo + "</x>";
    }
}
