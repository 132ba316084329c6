package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.CapturingLink;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.xep.XmppExtensions;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Who said something in a room: we, or somebody else under our nick.
class OwnWordsInRoomsTest extends MessageDoorFixture {

    private static final String SAID =
            "<message from='room@rooms.example/alice' type='groupchat'"
                    + " id='m1'><body>hi</body></message>";

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

    private IncomingMessage archived(String said) {
        return arrived(result("from='room@rooms.example'", "q1", asInner(said), DELAY));
    }

    private IncomingMessage delayed(String by) {
        return arrived(
                SAID.replace(
                        "</message>",
                        "<delay xmlns='urn:xmpp:delay' from='%s' stamp='2026-11-20T10:00:00Z'/>"
                                        .formatted(by)
                                + "</message>"));
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
}
