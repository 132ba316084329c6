package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.ArchiveSearch;
import kith.xmpp.IncomingMessage.Way;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What archives send (XEP-0313): believed where it was asked for, and of their own.
class ArchiveDoorTest extends MessageDoorFixture {

    @Test
    void anArchivedMessageHasTheArchivesIdAndTime() {
        doors.asks("q1", "alice@home.example");
        for (var from : List.of("from='alice@home.example'", "")) {
            var message = arrived(result(from, "q1", FROM_BOB, DELAY));
            assertThat(message.way()).isEqualTo(Way.ARCHIVE);
            assertThat(message.ids().archive()).contains("a-1");
            assertThat(message.at()).isEqualTo(THEN);
        }
    }

    /// They would stand where they don't belong: what is between them is not here.
    @Test
    void whatAnArchiveHasLookedForIsNoMessage() {
        for (var field : ArchiveSearch.FIELDS) {
            doors.searches("q1", "alice@home.example", field);
            assertThat(doors.read(result("", "q1", FROM_BOB, DELAY))).isEmpty();
            doors.ended("q1");
            doors.asks("q1", "alice@home.example");
            assertThat(doors.read(result("", "q1", FROM_BOB, DELAY))).isNotEmpty();
        }
    }

    @Test
    void h04ResultsNobodyAskedForAreDropped() {
        assertThat(doors.read(result("from='alice@home.example'", "q1", FROM_BOB, DELAY)))
                .isEmpty();
        doors.asks("q1", "alice@home.example");
        doors.asks("q2", "room@rooms.example");
        for (var from :
                List.of(
                        "evil@far.example",
                        "room@rooms.example",
                        "alice@home.example/kith",
                        "home.example")) {
            assertThat(doors.read(result("from='%s'".formatted(from), "q1", FROM_BOB, DELAY)))
                    .isEmpty();
        }
        assertThat(doors.read(result("from='alice@home.example'", "q2", FROM_BOB, DELAY)))
                .isEmpty();
        assertThat(doors.read(result("from='alice@home.example'", "q3", FROM_BOB, DELAY)))
                .isEmpty();
        doors.ended("q1");
        assertThat(doors.read(result("from='alice@home.example'", "q1", FROM_BOB, DELAY)))
                .isEmpty();
    }

    @Test
    void h04MalformedResultsAreDropped() {
        doors.asks("q1", "alice@home.example");
        var us = "from='alice@home.example'";
        assertThat(doors.read(result(us, "q1", FROM_BOB, ""))).isEmpty();
        assertThat(doors.read(result(us, "q1", "", DELAY))).isEmpty();
        assertThat(doors.read(result(us, "q1", FROM_BOB + FROM_BOB, DELAY))).isEmpty();
        assertThat(doors.read(result(us, "q1", FROM_BOB, DELAY.replace("2026", "soon")))).isEmpty();
        var twice =
                result(us, "q1", FROM_BOB, DELAY)
                        .replace(
                                "</result>",
                                "<forwarded xmlns='urn:xmpp:forward:0'>%s</forwarded></result>"
                                        .formatted(FROM_BOB));
        assertThat(doors.read(twice)).isEmpty();
    }

    @Test
    void h05ARoomsArchiveSpeaksForItsRoomOnly() {
        doors.asks("q1", "room@rooms.example");
        var said =
                "<message xmlns='jabber:client' from='room@rooms.example/bob' type='groupchat'>"
                        + "<body>hi</body></message>";
        var us = "from='room@rooms.example'";
        assertThat(arrived(result(us, "q1", said, DELAY)).peer().toString())
                .isEqualTo("room@rooms.example");
        assertThat(doors.read(result(us, "q1", said.replace("room@", "other@"), DELAY))).isEmpty();
        assertThat(doors.read(result(us, "q1", said.replace("groupchat", "chat"), DELAY)))
                .isEmpty();
        assertThat(doors.read(result(us, "q1", FROM_BOB, DELAY))).isEmpty();
        doors.asks("q2", "alice@home.example");
        assertThat(doors.read(result("from='alice@home.example'", "q2", said, DELAY))).isEmpty();
    }
}
