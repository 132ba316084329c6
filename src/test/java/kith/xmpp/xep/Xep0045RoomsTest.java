package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.RoomGone;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// A room lets us in or says why it doesn't, with the examples of XEP-0045, through the doors.
class Xep0045RoomsTest extends Xep0045RoomsFixture {

    @Test
    void isJoinedWhenItsOwnPresenceHasComeAfterTheOthers() {
        join("hag");
        assertThat(read("firstwitch", "", "<item affiliation='owner' role='moderator'/>"))
                .containsExactly(
                        new OccupantChanged(
                                ROOM,
                                new Occupant(
                                        "firstwitch",
                                        Role.MODERATOR,
                                        Affiliation.OWNER,
                                        Optional.empty(),
                                        Presence.AVAILABLE,
                                        false)));
        var me =
                new Occupant(
                        "hag",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.of(JidCreate.bareFromOrThrowUnchecked("alice@home.example")),
                        Presence.AVAILABLE,
                        true);
        var item =
                "<item affiliation='none' role='participant' jid='alice@home.example/kith'/>"
                        + "<status code='110'/>";
        assertThat(read("hag", "", item))
                .containsExactly(new OccupantChanged(ROOM, me), new RoomJoined(ROOM, "hag"));
        assertThat(read("hag", "", item)).containsExactly(new OccupantChanged(ROOM, me));
    }

    @Test
    void takesTheNickThatTheRoomGives() {
        join("hag");
        assertThat(
                        read(
                                "hag2",
                                "",
                                "<item affiliation='none' role='participant'/>"
                                        + "<status code='110'/><status code='210'/>"))
                .contains(new RoomJoined(ROOM, "hag2"));
        assertThat(said("hag2").message().author().isMine()).isTrue();
        assertThat(said("hag").message().author().isMine()).isFalse();
    }

    @Test
    void presencesOfARoomNobodyAskedForSayNothing() {
        assertThat(read("hag", "", "<item role='participant'/><status code='110'/>"))
                .noneMatch(RoomJoined.class::isInstance)
                .noneMatch(OccupantChanged.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "not-authorized, PASSWORD_NEEDED",
        "registration-required, MEMBERS_ONLY",
        "forbidden, FORBIDDEN",
        "conflict, NICK_TAKEN",
        "service-unavailable, UNAVAILABLE",
        "item-not-found, NOT_FOUND",
        "not-allowed, NOT_ALLOWED",
        "not-acceptable, NOT_ACCEPTABLE",
        "remote-server-not-found, SERVER_NOT_REACHED",
        "jid-malformed, BAD_ADDRESS",
        "resource-constraint, LIMIT",
        "bad-request, OTHER",
        "internal-server-error, OTHER",
        "of-the-moon, OTHER",
    })
    void refusalsSayWhy(String condition, Refusal.Reason reason) {
        join("hag");
        var error =
                """
                <presence from='coven@chat.example/hag' type='error'>
                <x xmlns='http://jabber.org/protocol/muc'/>
                <error type='auth'><%s xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
                <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Begone</text></error></presence>
                """
                        .formatted(condition);
        assertThat(doors.read(error))
                .containsExactly(new RoomRefused(ROOM, new Refusal(reason, "Begone")));
        assertThat(doors.read(error)).as("no longer a room").isEmpty();
    }

    /// As Prosody says for a month of a room that was destroyed.
    @ParameterizedTest
    @CsvSource({
        "xmpp:darkcave@chat.example?join, darkcave@chat.example",
        "' XMPP:darkcave@chat.example?join;password=x ', darkcave@chat.example",
        "xmpp:darkcave@chat.example, darkcave@chat.example",
        "xmpp:dark%2Bcave@chat.example?join, dark+cave@chat.example",
        "xmpp:dark+cave@chat.example?join, dark+cave@chat.example",
        "xmpp:h%C3%B6hle@chat.example?join, höhle@chat.example",
    })
    void oneThatIsNoMoreSaysWhereToGo(String link, String other) {
        join("hag");
        assertThat(doors.read(gone(link)))
                .containsExactly(
                        new RoomGone(
                                ROOM,
                                new RoomState.Removed(
                                        Cause.DESTROYED,
                                        "",
                                        "Macbeth",
                                        Optional.of(JidCreate.bareFromOrThrowUnchecked(other)))));
        assertThat(doors.read(gone(link))).as("no longer a room").isEmpty();
    }

    /// Nobody is sent anywhere but to a room.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "darkcave@chat.example",
                "https://chat.example/darkcave@chat.example",
                "javascript:darkcave@chat.example",
                "xmpp:",
                "xmpp:chat.example?join",
                "xmpp:darkcave@chat.example/hag?join",
                "xmpp://darkcave@chat.example/hag@chat.example?join",
                "xmpp:darkcave@chat.example%2Fhag?join",
                "xmpp:dark cave@chat.example?join"
            })
    void h18OneThatIsNoMoreSendsNobodyElsewhere(String link) {
        join("hag");
        assertThat(doors.read(gone(link)))
                .containsExactly(
                        new RoomGone(ROOM, new RoomState.Removed(Cause.DESTROYED, "", "Macbeth")));
    }

    @Test
    void h18OneThatNobodyAskedSaysNothing() {
        assertThat(doors.read(gone("xmpp:darkcave@chat.example?join"))).isEmpty();
    }

    private static String gone(String link) {
        return """
               <presence from='coven@chat.example/hag' type='error'>
               <error type='cancel' by='chat.example'>
               <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>%s</gone>
               <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Macbeth</text></error></presence>
               """
                .formatted(link);
    }
}
