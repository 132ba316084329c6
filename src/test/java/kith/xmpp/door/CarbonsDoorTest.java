package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.IncomingMessage.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Copies of what our other devices hear and say (XEP-0280): believed from our own address only.
class CarbonsDoorTest extends MessageDoorFixture {

    @Test
    void carbonsAreUnwrapped() {
        var got = arrived(carbon("from='alice@home.example'", "received", FROM_BOB));
        assertThat(got.way()).isEqualTo(Way.CARBON);
        assertThat(got.peer().toString()).isEqualTo("bob@far.example");
        assertThat(got.author().isMine()).isFalse();
        assertThat(got.at()).isEqualTo(THEN);

        var sent = arrived(carbon("", "sent", FROM_US));
        assertThat(sent.peer().toString()).isEqualTo("bob@far.example");
        assertThat(sent.author().isMine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil@far.example",
                "evil@far.example/r",
                "home.example",
                "bob@far.example",
                "room@conference.example/nick",
                "room@conference.example",
                "alice@evil.example",
                "alice@home.example/kith",
                "alice@home.example/other",
            })
    void h01CarbonsFromAnyoneElseAreDroppedWithAllTheyCarry(String from) {
        assertThat(doors.read(carbon("from='%s'".formatted(from), "received", FROM_BOB))).isEmpty();
        assertThat(doors.read(carbon("from='%s'".formatted(from), "sent", FROM_US))).isEmpty();
        var withBody =
                carbon("from='%s'".formatted(from), "received", FROM_BOB)
                        .replace("</message>\n", "<body>outer</body></message>\n");
        assertThat(doors.read(withBody)).isEmpty();
    }

    @Test
    void h01OurOwnAddressInOtherCaseIsOurs() {
        assertThat(
                        arrived(carbon("from='ALICE@Home.Example'", "received", FROM_BOB))
                                .peer()
                                .toString())
                .isEqualTo("bob@far.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupchat", "error"})
    void h01CarbonsOfRoomsAndErrorsAreDropped(String type) {
        assertThat(
                        doors.read(
                                carbon(
                                        "from='alice@home.example'",
                                        "received",
                                        FROM_BOB.replace("'chat'", "'" + type + "'"))))
                .isEmpty();
        assertThat(
                        doors.read(
                                carbon("from='alice@home.example'", "received", FROM_BOB)
                                        .replaceFirst(
                                                "<message ", "<message type='" + type + "' ")))
                .isEmpty();
    }

    @Test
    void h01ACarbonOfAMessageThatWasNeverOursIsDropped() {
        assertThat(doors.read(carbon("", "received", FROM_BOB.replace("alice@home", "carol@home"))))
                .isEmpty();
        assertThat(doors.read(carbon("", "sent", FROM_BOB))).isEmpty();
    }

    @Test
    void h02OneLevelIsUnwrappedNeverTwo() {
        doors.asks("q1", "alice@home.example");
        var us = "from='alice@home.example'";
        var carbon = asInner(carbon(us, "received", FROM_BOB));
        var archived = asInner(result(us, "q1", FROM_BOB, DELAY));
        assertThat(doors.read(carbon(us, "received", carbon))).isEmpty();
        assertThat(doors.read(carbon(us, "received", archived))).isEmpty();
        assertThat(doors.read(result(us, "q1", carbon, DELAY))).isEmpty();
        assertThat(doors.read(result(us, "q1", archived, DELAY))).isEmpty();
    }
}
