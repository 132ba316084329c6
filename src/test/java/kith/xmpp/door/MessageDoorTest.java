package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.xmpp.ArchiveSearch;
import kith.xmpp.CapturingLink;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.xep.XmppExtensions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the door lets in, and as whose. `Hnn` are the hostile cases.
class MessageDoorTest {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final String DELAY =
            "<delay xmlns='urn:xmpp:delay' stamp='2026-11-20T10:00:00Z'/>";

    private static final String FROM_BOB =
            "<message xmlns='jabber:client' from='bob@far.example/phone'"
                    + " to='alice@home.example/other' type='chat'><body>secret</body></message>";
    private static final String FROM_US =
            "<message xmlns='jabber:client' from='alice@home.example/other'"
                    + " to='bob@far.example' type='chat'><body>mine</body></message>";

    private static final String SAID =
            "<message from='room@rooms.example/alice' type='groupchat'"
                    + " id='m1'><body>hi</body></message>";

    private final OpenDoors doors = new OpenDoors();

    @Test
    void aLiveMessageIsItsSendersAndOfNow() {
        var message =
                arrived(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat'
                            id='m1'><body>Hello &amp; good &lt;day&gt;</body></message>
                        """);
        assertThat(message.peer().toString()).isEqualTo("bob@far.example");
        assertThat(message.author().isMine()).isFalse();
        assertThat(message.author().address().toString()).isEqualTo("bob@far.example");
        assertThat(message.content()).isEqualTo(new Content.Text("Hello & good <day>"));
        assertThat(message.ids().stanza()).isEqualTo("m1");
        assertThat(message.way()).isEqualTo(Way.LIVE);
        assertThat(message.at()).isEqualTo(OpenDoors.NOW);
    }

    /// XEP-0071; its words may be others than those that everybody sees.
    @Test
    void h56XhtmlIsIgnoredInFavourOfTheBody() {
        var message =
                arrived(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat'
                            id='m1'><body>plain &lt;b&gt;words&lt;/b&gt;</body>
                            <html xmlns='http://jabber.org/protocol/xhtml-im'>
                              <body xmlns='http://www.w3.org/1999/xhtml'>
                                <p style='position:fixed' onclick='run()'>other words
                                  <img src='http://127.0.0.1:1/x.png' onerror='run()'/>
                                  <script>run()</script></p></body></html></message>
                        """);
        assertThat(message.content()).isEqualTo(new Content.Text("plain <b>words</b>"));
    }

    @Test
    void h56XhtmlAloneSaysNothing() {
        var nested = "<div>".repeat(500) + "words" + "</div>".repeat(500);
        var events =
                doors.read(
                        """
                        <message from='bob@far.example/phone' to='alice@home.example' type='chat' id='m1'>
                        <html xmlns='http://jabber.org/protocol/xhtml-im'>
                        <body xmlns='http://www.w3.org/1999/xhtml'>%s</body></html></message>
                        """
                                .formatted(nested));
        assertThat(events).noneMatch(MessageArrived.class::isInstance);
    }

    @Test
    void aDelayCountsFromOurServerOnly() {
        var offline =
                arrived(
                        """
                        <message from='bob@far.example/phone' type='chat'><body>1</body>
                        <delay xmlns='urn:xmpp:delay' from='home.example' stamp='2026-11-20T12:00:00+02:00'/>
                        </message>
                        """);
        assertThat(offline.way()).isEqualTo(Way.DELAYED);
        assertThat(offline.at()).isEqualTo(THEN);
        for (var author : List.of("from='far.example'", "from='bob@far.example'", "")) {
            var forged =
                    arrived(
                            """
                            <message from='bob@far.example/phone' type='chat'><body>1</body>
                            <delay xmlns='urn:xmpp:delay' %s stamp='2026-11-20T10:00:00Z'/></message>
                            """
                                    .formatted(author));
            assertThat(forged.way()).isEqualTo(Way.LIVE);
            assertThat(forged.at()).isEqualTo(OpenDoors.NOW);
        }
    }

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

    /// Rooms pass on what an occupant puts beside their words, also into their archives (XEP-0313
    /// §4.1.2).
    @Test
    void h06NobodysAddressIsBelievedFromAMessage() {
        var said =
                "<message from='room@rooms.example/eve' type='groupchat'>"
                        + "<body>hi</body><x xmlns='http://jabber.org/protocol/muc#user'>"
                        + "<item affiliation='owner' role='moderator' jid='bob@far.example/r'/>"
                        + "</x></message>";
        doors.supports("room@rooms.example", "urn:xmpp:mam:2");
        doors.asks("q1", "room@rooms.example");
        for (var xml :
                List.of(said, result("from='room@rooms.example'", "q1", asInner(said), DELAY))) {
            assertThat(doors.read(xml))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MessageArrived.class,
                            it -> {
                                assertThat(it.message().author().address().toString())
                                        .isEqualTo("room@rooms.example/eve");
                                assertThat(it.message().author().isMine()).isFalse();
                                assertThat(it.message().peer().toString())
                                        .isEqualTo("room@rooms.example");
                            });
        }
    }

    /// Who has our nick when we haven't, before or after us.
    @Test
    void h21OurNickAloneMakesNobodyUs() {
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        enter("o-1");
        doors.asks("q1", "room@rooms.example");
        assertThat(arrived(said("alice", "o-1")).author().isMine()).isTrue();
        assertThat(arrived(said("alice", "o-2")).author().isMine()).isFalse();
        assertThat(archived(said("alice", "o-2")).author().isMine()).isFalse();
        assertThat(archived(said("alice", "o-1")).author().isMine()).isTrue();
        assertThat(archived(said("older", "o-1")).author().isMine())
                .as("by another nick of ours")
                .isTrue();
    }

    private IncomingMessage archived(String said) {
        return arrived(result("from='room@rooms.example'", "q1", asInner(said), DELAY));
    }

    /// A room that doesn't say who is who: what is said now under our nick is said by us, here or
    /// on another device, for nobody else has it now. Who had it before nobody knows.
    @Test
    void h21WhereNobodyHasAnIdOurNickIsUsOnlyWhileWeHaveIt() {
        doors.asks("q1", "room@rooms.example");
        assertThat(arrived(SAID).author().isMine()).as("nobody asked to be let in").isFalse();
        ask();
        assertThat(arrived(SAID).author().isMine()).as("it has not let us in").isFalse();
        letIn("");
        assertThat(arrived(SAID).author().isMine()).isTrue();
        assertThat(arrived(SAID.replace("/alice", "/bob")).author().isMine()).isFalse();
        assertThat(archived(SAID).author().isMine()).as("an archive").isFalse();
        assertThat(delayed("room@rooms.example").author().isMine()).as("its history").isFalse();
        assertThat(delayed("home.example").author().isMine())
                .as("what our server has kept for a moment")
                .isTrue();
        assertThat(
                        doors.read(
                                "<presence from='room@rooms.example/alice' type='unavailable'>"
                                        + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                                        + "<item affiliation='none' role='none'/>"
                                        + "<status code='110'/><status code='307'/></x></presence>"))
                .isNotEmpty();
        assertThat(arrived(SAID).author().isMine()).as("it has put us out").isFalse();
    }

    /// The nick that we ask for may be another's, who is in (XEP-0045 §7.2.8).
    @Test
    void h21WhoHasTheNickThatWeAreRefusedIsNotUs() {
        ask();
        assertThat(arrived(SAID).author().isMine()).isFalse();
        assertThat(
                        doors.read(
                                "<presence from='room@rooms.example/alice' type='error'>"
                                        + "<error type='cancel'><conflict"
                                        + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
                                        + "</presence>"))
                .isNotEmpty();
        assertThat(arrived(SAID).author().isMine()).isFalse();
    }

    private IncomingMessage delayed(String by) {
        return arrived(
                SAID.replace(
                        "</message>",
                        "<delay xmlns='urn:xmpp:delay' from='%s' stamp='2026-11-20T10:00:00Z'/>"
                                        .formatted(by)
                                + "</message>"));
    }

    /// The room itself is nobody, whatever id it bears.
    @Test
    void h21TheRoomIsNotUs() {
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        enter("o-1");
        assertThat(arrived(said("alice", "o-1").replace("/alice", "")).author().isMine()).isFalse();
    }

    /// With the next visit it may be another; what is known of the last says nothing.
    @Test
    void h21WhoWeWereInAnotherVisitIsForgotten() {
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        enter("o-1");
        enter("o-2");
        assertThat(arrived(said("alice", "o-1")).author().isMine()).isFalse();
        assertThat(arrived(said("alice", "o-2")).author().isMine()).isTrue();
    }

    /// A page of its archive may come between: it is asked again, say, as it was silent.
    @Test
    void h21WhileWeAskAgainWeAreWhoWeWere() {
        doors.supports("room@rooms.example", "urn:xmpp:occupant-id:0");
        doors.asks("q1", "room@rooms.example");
        enter("o-1");
        ask();
        assertThat(archived(said("alice", "o-1")).author().isMine()).isTrue();
        assertThat(archived(said("alice", "o-2")).author().isMine()).isFalse();
        letIn("");
        assertThat(archived(said("alice", "o-1")).author().isMine()).isFalse();
    }

    private void enter(String occupantId) {
        ask();
        letIn("<occupant-id xmlns='urn:xmpp:occupant-id:0' id='%s'/>".formatted(occupantId));
    }

    private void ask() {
        var link = new CapturingLink();
        new XmppExtensions()
                .xep0045Rooms()
                .join(
                        link,
                        JidCreate.bareFromOrThrowUnchecked("room@rooms.example"),
                        "alice",
                        Optional.empty(),
                        Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    private void letIn(String more) {
        assertThat(
                        doors.read(
                                "<presence from='room@rooms.example/alice'>"
                                        + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                                        + "<item affiliation='none' role='participant'/>"
                                        + "<status code='110'/></x>"
                                        + more
                                        + "</presence>"))
                .isNotEmpty();
    }

    private static String said(String nick, String occupantId) {
        return "<message from='room@rooms.example/%s' type='groupchat'>".formatted(nick)
                + "<body>hi</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='%s'/></message>"
                        .formatted(occupantId);
    }

    @Test
    void aNoteToOurselvesIsOurs() {
        var note =
                arrived(
                        "<message from='alice@home.example/other' to='alice@home.example'"
                                + " type='chat'><body>milk</body></message>");
        assertThat(note.peer().toString()).isEqualTo("alice@home.example");
        assertThat(note.author().isMine()).isTrue();
    }

    private IncomingMessage arrived(String xml) {
        return doors.read(xml).stream()
                .filter(MessageArrived.class::isInstance)
                .map(MessageArrived.class::cast)
                .map(MessageArrived::message)
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> idOf(String payloads) {
        return arrived(
                        "<message from='bob@far.example/phone' type='chat'><body>hi</body>"
                                + payloads
                                + "</message>")
                .ids()
                .archive();
    }

    private static String asInner(String message) {
        return message.replaceFirst("<message ", "<message xmlns='jabber:client' ");
    }

    private static String withId(String by) {
        return "<stanza-id xmlns='urn:xmpp:sid:0' by='%s' id='s-1'/>".formatted(by);
    }

    private static String carbon(String from, String kind, String inner) {
        return """
        <message %s to='alice@home.example/kith'>
        <%s xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></%s>
        </message>
        """
                .formatted(from, kind, DELAY, inner, kind);
    }

    private static String result(String from, String query, String inner, String delay) {
        return """
        <message %s to='alice@home.example/kith'>
        <result xmlns='urn:xmpp:mam:2' queryid='%s' id='a-1'>\
        <forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></result>
        </message>
        """
                .formatted(from, query, delay, inner);
    }
}
