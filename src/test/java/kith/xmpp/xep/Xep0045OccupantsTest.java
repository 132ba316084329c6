package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Availability;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.OccupantLeft;
import kith.xmpp.XmppEvent.OccupantRenamed;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomPresenceRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// What presences say of those in a room, us among them: the examples of XEP-0045.
class Xep0045OccupantsTest extends Xep0045RoomsFixture {

    @Test
    void showsAndStatusOfOccupantsAreKnown() {
        joined("hag");
        var changed =
                doors.read(
                        """
                        <presence from='coven@chat.example/second'><show>xa</show>
                        <status>gone where the goblins go</status>
                        <x xmlns='http://jabber.org/protocol/muc#user'>
                        <item affiliation='member' role='visitor'/></x></presence>
                        """);
        assertThat(changed)
                .containsExactly(
                        new OccupantChanged(
                                ROOM,
                                new Occupant(
                                        "second",
                                        Role.VISITOR,
                                        Affiliation.MEMBER,
                                        Optional.empty(),
                                        new Presence(
                                                Availability.NOT_AVAILABLE,
                                                "gone where the goblins go"),
                                        false)));
    }

    @Test
    void anErrorToAnOccupantEndsNothing() {
        joined("hag");
        assertThat(
                        doors.read(
                                """
                                <presence from='coven@chat.example/taken' type='error'>
                                <error type='cancel'>
                                <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
                                </presence>
                                """))
                .isEmpty();
    }

    /// §7.6, the XEP's own example.
    @Test
    void aNickThatIsInUseIsRefusedAndWeAreInStill() {
        joined("thirdwitch");
        assertThat(
                        doors.read(
                                """
                                <presence from='coven@chat.example/thirdwitch' id='ifd1c35'
                                to='hag66@shakespeare.lit/pda' type='error'>
                                <x xmlns='http://jabber.org/protocol/muc'/>
                                <error by='coven@chat.example' type='cancel'>
                                <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
                                </presence>
                                """))
                .containsExactly(
                        new RoomPresenceRefused(
                                ROOM, "ifd1c35", Refusal.of(Refusal.Reason.NICK_TAKEN)));
        assertThat(read("second", "unavailable", "<item affiliation='member' role='none'/>"))
                .containsExactly(new OccupantLeft(ROOM, "second"));
    }

    @Test
    void someoneLeaves() {
        joined("hag");
        assertThat(read("second", "unavailable", "<item affiliation='member' role='none'/>"))
                .containsExactly(new OccupantLeft(ROOM, "second"));
    }

    @Test
    void weLeave() {
        joined("hag");
        assertThat(
                        read(
                                "hag",
                                "unavailable",
                                "<item affiliation='none' role='none'/><status code='110'/>"))
                .containsExactly(new RoomEnded(ROOM, RoomState.LEFT));
        assertThat(read("second", "unavailable", ""))
                .as("no longer a room")
                .hasSize(1)
                .noneMatch(OccupantLeft.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "307, KICKED",
        "301, BANNED",
        "321, NO_LONGER_MEMBER",
        "322, MEMBERS_ONLY_NOW",
        "332, SERVICE_SHUTDOWN",
        "333, CONNECTION_LOST",
    })
    void weAreRemoved(String code, Cause cause) {
        joined("hag");
        var item =
                """
                <item affiliation='none' role='none'><actor nick='firstwitch'/>
                <reason>Avaunt, you cullion!</reason></item>
                <status code='110'/><status code='%s'/>
                """
                        .formatted(code);
        assertThat(read("hag", "unavailable", item))
                .containsExactly(
                        new RoomEnded(
                                ROOM,
                                new RoomState.Removed(
                                        cause, "firstwitch", "Avaunt, you cullion!")));
    }

    @Test
    void aRoomIsDestroyed() {
        joined("hag");
        var destroyed =
                "<item affiliation='none' role='none'/>"
                        + "<destroy jid='darkcave@chat.example'><reason>Macbeth</reason></destroy>"
                        + "<status code='110'/>";
        assertThat(read("hag", "unavailable", destroyed))
                .containsExactly(
                        new RoomEnded(
                                ROOM,
                                new RoomState.Removed(
                                        Cause.DESTROYED,
                                        "",
                                        "Macbeth",
                                        Optional.of(
                                                JidCreate.bareFromOrThrowUnchecked(
                                                        "darkcave@chat.example")))));
    }

    @Test
    void peopleAndWeAreRenamed() {
        joined("hag");
        assertThat(
                        read(
                                "second",
                                "unavailable",
                                "<item nick='oldhag' role='participant'/><status code='303'/>"))
                .containsExactly(new OccupantRenamed(ROOM, "second", "oldhag"));
        assertThat(
                        read(
                                "hag",
                                "unavailable",
                                "<item nick='crone' role='participant'/><status code='303'/>"
                                        + "<status code='110'/>"))
                .containsExactly(new OccupantRenamed(ROOM, "hag", "crone"));
        assertThat(said("crone").message().author().isMine()).isTrue();
    }

    /// A room may say anything; what can be nobody's nick is none.
    @ParameterizedTest
    @ValueSource(ints = {0, 1024})
    void h18NobodyIsRenamedToWhatIsNoNick(int length) {
        joined("hag");
        var item =
                "<item nick='%s' role='participant'/><status code='303'/>"
                        .formatted("x".repeat(length));
        assertThat(read("second", "unavailable", item))
                .containsExactly(new OccupantLeft(ROOM, "second"));
        assertThat(read("hag", "unavailable", item + "<status code='110'/>"))
                .containsExactly(new RoomEnded(ROOM, RoomState.LEFT));
    }
}
