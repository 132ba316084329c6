package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The ids that servers and rooms give to messages and occupants are believed from whoever
/// announces them, of their own.
class BelievedIdsTest extends MessageDoorFixture {

    @Test
    void h11StanzaIdsAreBelievedFromWhoAnnouncesThem() {
        assertThat(idOf(withId("alice@home.example"))).isEmpty();
        doors.supports("alice@home.example", "urn:xmpp:sid:0");
        assertThat(idOf(withId("alice@home.example"))).contains("s-1");
        for (var other :
                List.of(
                        "home.example",
                        "bob@far.example",
                        "ALICE@home.example",
                        "alice@home.example/kith")) {
            assertThat(idOf(withId(other))).isEmpty();
        }
        var two = withId("alice@home.example") + withId("alice@home.example");
        assertThat(idOf(two)).isEmpty();
        assertThat(idOf(withId("bob@far.example") + withId("alice@home.example"))).contains("s-1");
    }

    @Test
    void h11ARoomGivesIdsToItsOwnMessagesOnly() {
        var said =
                "<message from='room@rooms.example/bob'"
                        + " type='groupchat'><body>hi</body>%s</message>";
        var forged = withId("alice@home.example") + withId("room@rooms.example");
        doors.supports("alice@home.example", "urn:xmpp:mam:2");
        assertThat(arrived(said.formatted(forged)).ids().archive()).isEmpty();
        doors.supports("room@rooms.example", "urn:xmpp:mam:2");
        assertThat(arrived(said.formatted(forged)).ids().archive()).contains("s-1");
    }

    @Test
    void h20OccupantIdsAreBelievedFromRoomsThatGiveThem() {
        var said =
                "<message from='room@rooms.example/bob' type='groupchat'><body>hi</body>"
                        + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='o-1'/></message>";
        assertThat(arrived(said).author().occupantId()).isEmpty();
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        assertThat(arrived(said).author().occupantId()).contains("o-1");
    }

    /// H20: it is a key in the store.
    @Test
    void h20AnOccupantIdWithoutEndIsNone() {
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        var said =
                "<message from='room@rooms.example/bob' type='groupchat'><body>hi</body>"
                        + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='%s'/></message>";
        assertThat(arrived(said.formatted("o".repeat(1_000))).author().occupantId()).isPresent();
        assertThat(arrived(said.formatted("o".repeat(1_001))).author().occupantId()).isEmpty();
    }

    private Optional<String> idOf(String payloads) {
        return arrived(
                        "<message from='bob@far.example/phone' type='chat'><body>hi</body>"
                                + payloads
                                + "</message>")
                .ids()
                .archive();
    }

    private static String withId(String by) {
        return "<stanza-id xmlns='urn:xmpp:sid:0' by='%s' id='s-1'/>".formatted(by);
    }
}
