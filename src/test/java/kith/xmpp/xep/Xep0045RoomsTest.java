package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Availability;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.CapturingLink;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.OccupantLeft;
import kith.xmpp.XmppEvent.OccupantRenamed;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomNamed;
import kith.xmpp.XmppEvent.RoomPresenceRefused;
import kith.xmpp.XmppEvent.RoomRefused;
import kith.xmpp.XmppEvent.SubjectChanged;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Rooms with the examples of XEP-0045, through the doors.
class Xep0045RoomsTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");
    private static final String USER = "http://jabber.org/protocol/muc#user";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0045Rooms rooms = new XmppExtensions().xep0045Rooms();

    @Test
    void asksToBeLetInWithoutHistory() {
        rooms.join(link, ROOM, "third witch", Optional.empty(), Optional.empty());
        assertThat(link.sent().getFirst().toXML().toString().replaceFirst(" id='[^']*'", ""))
                .isEqualTo(
                        "<presence xmlns='jabber:client' to='coven@chat.example/third witch'>"
                                + "<x xmlns='http://jabber.org/protocol/muc'>"
                                + "<history maxstanzas='0'></history></x></presence>");
        assertThat(link.lastXml()).contains("to='coven@chat.example'", "disco#info");
    }

    @Test
    void asksWithPasswordAndForHistorySince() {
        var since = Instant.parse("2026-11-22T10:00:00Z");
        rooms.join(link, ROOM, "hag", Optional.of("cauldron"), Optional.of(since));
        assertThat(link.sent().getFirst().toXML().toString())
                .contains("<password>cauldron</password>")
                .contains("<history since='2026-11-22T10:00:00Z'>");
    }

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
        "gone, NOT_FOUND",
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

    @Test
    void aSubjectComesAtJoiningAndAtChange() {
        joined("hag");
        var delayed =
                subject("coven@chat.example/firstwitch", "Fire Burn")
                        .replace(
                                "</message>",
                                "<delay xmlns='urn:xmpp:delay' from='coven@chat.example'"
                                        + " stamp='2026-11-20T10:00:00Z'/></message>");
        assertThat(doors.read(delayed)).containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        joined("hag");
        var undelayed = subject("coven@chat.example/firstwitch", "Fire Burn");
        assertThat(doors.read(undelayed)).containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        assertThat(doors.read(undelayed))
                .as("said again it changes nothing")
                .containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        var changed = doors.read(subject("coven@chat.example/firstwitch", "Bubble"));
        assertThat(changed.getFirst()).isEqualTo(new SubjectChanged(ROOM, "Bubble"));
        assertThat(changed.getLast())
                .isInstanceOfSatisfying(
                        MessageArrived.class,
                        it ->
                                assertThat(it.message().content())
                                        .isEqualTo(new Content.Subject("Bubble")));
        assertThat(doors.read(subject("coven@chat.example", "")))
                .containsExactly(new SubjectChanged(ROOM, ""));
    }

    @Test
    void h18ASubjectBesideABodyOrAThreadOrInAChatIsNone() {
        joined("hag");
        var subject = subject("coven@chat.example/firstwitch", "Bubble");
        assertThat(doors.read(subject.replace("</message>", "<body>b</body></message>")))
                .noneMatch(SubjectChanged.class::isInstance);
        assertThat(doors.read(subject.replace("</message>", "<thread>t</thread></message>")))
                .isEmpty();
        assertThat(doors.read(subject.replace("groupchat", "chat"))).isEmpty();
    }

    @Test
    void h18StatusCodesInAMessageOfAnOccupantSayNothing() {
        joined("hag");
        var message =
                """
                <message from='coven@chat.example/firstwitch' type='groupchat'>
                <x xmlns='http://jabber.org/protocol/muc#user'><status code='307'/>
                <status code='110'/><destroy/></x></message>
                """;
        assertThat(doors.read(message)).isEmpty();
    }

    @Test
    void aPrivateMessageIsNoMessageToTheRoomNorOfAContact() {
        joined("hag");
        assertThat(
                        doors.read(
                                "<message from='coven@chat.example/firstwitch' type='chat'>"
                                        + "<body>psst</body></message>"))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageArrived.class,
                        arrived -> {
                            assertThat(arrived.message().peer().equals(ROOM)).isTrue();
                            assertThat(arrived.message().isRoom()).isTrue();
                            assertThat(arrived.message().content())
                                    .isEqualTo(
                                            new Content.Private(
                                                    new Confidant("firstwitch"), "psst"));
                        });
    }

    @Test
    void aRoomHasAName() {
        assertThat(described("A Dark Cave")).contains(new RoomNamed(ROOM, "A Dark Cave"));
    }

    /// H36. Bookmarks and lists take it for one line that somebody wrote.
    @Test
    void aRoomsNameIsOneLineAndNotEndless() {
        assertThat(described("&#10;A Dark&#13;&#10;Cave\u2028"))
                .contains(new RoomNamed(ROOM, "A Dark Cave"));
        assertThat(described("\uD83E\uDDD9".repeat(2_000)))
                .contains(new RoomNamed(ROOM, "\uD83E\uDDD9".repeat(100) + "…"));
        assertThat(described("x" + "\uD83E\uDDD9".repeat(2_000)))
                .contains(new RoomNamed(ROOM, "x" + "\uD83E\uDDD9".repeat(99) + "…"));
        assertThat(described(" &#10; \u0085")).noneMatch(RoomNamed.class::isInstance);
    }

    private List<XmppEvent> described(String name) {
        var request =
                PayloadIq.get(
                        ROOM,
                        new StandardExtensionElement(
                                "query", "http://jabber.org/protocol/disco#info"));
        return doors.read(
                request,
                """
                <iq from='coven@chat.example' id='1' type='result'>
                <query xmlns='http://jabber.org/protocol/disco#info'>
                <identity category='conference' name='%s' type='text'/>
                </query></iq>
                """
                        .formatted(name));
    }

    @Test
    void leavesAndChangesTheSubject() {
        rooms.leave(link, ROOM, "hag");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<presence xmlns='jabber:client' to='coven@chat.example/hag'"
                                + " type='unavailable'/>");
        assertThat(rooms.changeNick(link, ROOM, "oldhag")).isPresent();
        assertThat(link.lastXml())
                .isEqualTo("<presence xmlns='jabber:client' to='coven@chat.example/oldhag'/>");
        rooms.changeSubject(link, ROOM, "Toil & trouble");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='coven@chat.example' type='groupchat'>"
                                + "<subject>Toil &amp; trouble</subject></message>");
    }

    private void join(String nick) {
        rooms.join(link, ROOM, nick, Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
    }

    private void joined(String nick) {
        join(nick);
        read(nick, "", "<item affiliation='none' role='participant'/><status code='110'/>");
    }

    private List<XmppEvent> read(String nick, String type, String inside) {
        var kind = type.isEmpty() ? "" : "type='%s'".formatted(type);
        return doors.read(
                "<presence from='%s/%s' %s><x xmlns='%s'>%s</x></presence>"
                        .formatted(ROOM, nick, kind, USER, inside));
    }

    private MessageArrived said(String nick) {
        return (MessageArrived)
                doors.read(
                                "<message from='%s/%s' type='groupchat'><body>x</body></message>"
                                        .formatted(ROOM, nick))
                        .getFirst();
    }

    private static String subject(String from, String text) {
        return "<message from='%s' type='groupchat'><subject>%s</subject></message>"
                .formatted(from, text);
    }
}
