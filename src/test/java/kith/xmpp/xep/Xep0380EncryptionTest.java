package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// Words that only a key could read are said to be there.
class Xep0380EncryptionTest {

    private static final String OMEMO =
            """
            <encrypted xmlns='eu.siacs.conversations.axolotl'>\
            <header sid='27'><key rid='31'>MwohBRw=</key><iv>QUJD</iv></header>%s</encrypted>\
            """;

    private static final String PAYLOAD = "<payload>c2VjcmV0</payload>";

    private final OpenDoors doors = new OpenDoors();

    /// §3, the XEP's own example, where the body says only that there is none.
    @Test
    void whatTheBodySaysIsForProgramsThatKnowNothingOfIt() {
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='jabber:x:encrypted'/>"
                                        + "<body>This message is encrypted</body>"
                                        + "<x xmlns='jabber:x:encrypted'>qANQR1DBwU4DX7jmYZnn</x>"))
                .isEqualTo(unreadable("OpenPGP"));
        assertThat(content(OMEMO.formatted(PAYLOAD) + "<body>I sent you an OMEMO message</body>"))
                .isEqualTo(unreadable("OMEMO"));
    }

    @Test
    void withoutABodyOrAMarkItIsThereAllTheSame() {
        assertThat(content(OMEMO.formatted(PAYLOAD))).isEqualTo(unreadable("OMEMO"));
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, urn:xmpp:omemo:2, <payload>a</payload>, OMEMO",
        "encrypted, urn:xmpp:omemo:1, <payload>a</payload>, OMEMO",
        "openpgp, urn:xmpp:openpgp:0, a, OpenPGP",
        "x, jabber:x:encrypted, a, OpenPGP"
    })
    void eachWayIsKnownByWhatItPutsIntoAMessage(
            String name, String namespace, String inside, String method) {
        assertThat(content("<%s xmlns='%s'>%s</%s>".formatted(name, namespace, inside, name)))
                .isEqualTo(unreadable(method));
    }

    @Test
    void whatMakesASessionBetweenDevicesSaysNothing() {
        assertThat(read(OMEMO.formatted(""))).isEmpty();
        assertThat(read(OMEMO.formatted("") + "<body>I sent you an OMEMO message</body>"))
                .isEmpty();
    }

    /// Its name is the sender's word.
    @Test
    void anotherWayIsCalledAsItsSenderCallsIt() {
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='im:example:1'"
                                        + " name='Custom'/><body>?</body>"))
                .isEqualTo(unreadable("Custom"));
        assertThat(content("<encryption xmlns='urn:xmpp:eme:0' namespace='im:example:1'/>"))
                .isEqualTo(unreadable("im:example:1"));
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='a' name='%s'/>"
                                        .formatted("a".repeat(10_000))))
                .isEqualTo(unreadable("a".repeat(40)));
    }

    /// No half of a sign is left of it.
    @Test
    void aLongNameIsCutBetweenSigns() {
        var signs = "a" + "\uD83D\uDD11".repeat(100);
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='a' name='%s'/>"
                                        .formatted(signs)))
                .isEqualTo(unreadable("a" + "\uD83D\uDD11".repeat(39)));
    }

    @Test
    void anEmptyNameIsNone() {
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='im:example:1' name=' '/>"))
                .isEqualTo(unreadable("im:example:1"));
        assertThat(content("<encryption xmlns='urn:xmpp:eme:0' namespace=''/><body>Hello</body>"))
                .isEqualTo(new Content.Text("Hello"));
    }

    @Test
    void aKnownWayIsNotRenamed() {
        assertThat(
                        content(
                                "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2'"
                                        + " name='nothing at all'/><body>?</body>"))
                .isEqualTo(unreadable("OMEMO"));
    }

    @Test
    void wordsInTheClearStayWords() {
        assertThat(content("<body>Hello</body><encrypted xmlns='urn:xmpp:other'/>"))
                .isEqualTo(new Content.Text("Hello"));
    }

    private static Content unreadable(String method) {
        return new Content.Unreadable(Optional.of(method));
    }

    private Content content(String inside) {
        return ((MessageArrived) read(inside).getFirst()).message().content();
    }

    private List<XmppEvent> read(String inside) {
        return doors.read(
                "<message from='bob@far.example/x' type='chat' id='b'>%s</message>"
                        .formatted(inside));
    }
}
