package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.InvitationAnswered;
import kith.xmpp.XmppEvent.InvitationDeclined;
import kith.xmpp.XmppEvent.Invited;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Invitations to rooms, direct and by the room, with the examples of XEP-0249 and XEP-0045,
/// through the doors.
class InvitationsTest {

    private static final BareJid COVEN = bare("darkcave@macbeth.shakespeare.lit");
    private static final BareJid CRONE = bare("crone1@shakespeare.lit");
    private static final BareJid HECATE = bare("hecate@shakespeare.lit");
    private static final String USER = "http://jabber.org/protocol/muc#user";
    private static final String REASON = "Hey Hecate, this is the place for all good witches!";

    private static final String THREAD = "e0ffe42b28561960c6b12b944a092794b9683a38";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();

    @Test
    void aDirectOneIsItsSendersWord() {
        assertThat(
                        doors.read(
                                """
                                <message from='crone1@shakespeare.lit/desktop' to='alice@home.example'>
                                  <x xmlns='jabber:x:conference'
                                     jid='darkcave@macbeth.shakespeare.lit' password='cauldronburn'
                                     reason='%s'/>
                                </message>"""
                                        .formatted(REASON)))
                .containsExactly(
                        new Invited(
                                new Invitation(
                                        COVEN,
                                        new Inviter.Person(CRONE),
                                        REASON,
                                        Optional.of("cauldronburn"),
                                        OpenDoors.NOW)));
    }

    @Test
    void oneByTheRoomIsTheRoomsWord() {
        assertThat(
                        byRoom(
                                "darkcave@macbeth.shakespeare.lit",
                                "<invite from='crone1@shakespeare.lit/desktop'><reason>%s</reason></invite>"
                                                .formatted(REASON)
                                        + "<password>cauldronburn</password>"))
                .containsExactly(
                        new Invited(
                                new Invitation(
                                        COVEN,
                                        new Inviter.ByRoom(
                                                Optional.of(
                                                        JidCreate.fromOrThrowUnchecked(
                                                                "crone1@shakespeare.lit/desktop"))),
                                        REASON,
                                        Optional.of("cauldronburn"),
                                        OpenDoors.NOW)));
    }

    /// XEP-0249 §2.
    @Test
    void aDirectOneMayGoOnWithAChat() {
        assertThat(
                        doors.read(
                                """
                                <message from='crone1@shakespeare.lit/desktop' to='alice@home.example'>
                                  <x xmlns='jabber:x:conference' continue='true'
                                     jid='darkcave@macbeth.shakespeare.lit' password='cauldronburn'
                                     reason='%s' thread='%s'/>
                                </message>"""
                                        .formatted(REASON, THREAD)))
                .containsExactly(
                        new Invited(
                                new Invitation(
                                        COVEN,
                                        new Inviter.Person(CRONE),
                                        REASON,
                                        Optional.of("cauldronburn"),
                                        Optional.of(new Continuation(Optional.of(THREAD))),
                                        OpenDoors.NOW)));
    }

    /// XEP-0045 §7.9.
    @Test
    void oneByTheRoomMayGoOnWithAChat() {
        var events =
                byRoom(
                        "coven@chat.shakespeare.lit",
                        "<invite from='crone1@shakespeare.lit'><reason>This coven needs both"
                                + " wiccarocks and hag66.</reason><continue thread='"
                                + THREAD
                                + "'/></invite>");
        assertThat(continues(events)).contains(new Continuation(Optional.of(THREAD)));
        assertThat(continues(byRoom("coven@chat.shakespeare.lit", "<invite><continue/></invite>")))
                .contains(new Continuation(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "continue='false'", "continue='0'", "thread='x'"})
    void notEveryOneGoesOnWithAChat(String attributes) {
        assertThat(continues(direct(attributes))).isEmpty();
    }

    /// H05.
    @Test
    void aHugeThreadIsNone() {
        assertThat(continues(direct("continue=' 1 ' thread='" + "x".repeat(100_000) + "'")))
                .contains(new Continuation(Optional.empty()));
    }

    private List<XmppEvent> direct(String attributes) {
        return doors.read(
                """
                <message from='crone1@shakespeare.lit/desktop' to='alice@home.example'>
                  <x xmlns='jabber:x:conference' jid='coven@chat.shakespeare.lit' %s/>
                </message>"""
                        .formatted(attributes));
    }

    private static Optional<Continuation> continues(List<XmppEvent> events) {
        assertThat(events).singleElement().isInstanceOf(Invited.class);
        return ((Invited) events.getFirst()).invitation().continues();
    }

    @Test
    void asksAContactToGoOn() {
        extensions
                .xep0249Invitations()
                .invite(
                        link,
                        COVEN,
                        HECATE,
                        Optional.empty(),
                        "",
                        Optional.of(new Continuation(Optional.of(THREAD))));
        assertThat(link.lastXml())
                .contains(
                        "<x xmlns='jabber:x:conference' jid='darkcave@macbeth.shakespeare.lit'"
                                + " continue='true' thread='"
                                + THREAD
                                + "'></x>");
    }

    @Test
    void whatARoomWritesBesideForOldProgramsIsNoSecondOneAndNoMessage() {
        assertThat(
                        doors.read(
                                """
                                <message from='darkcave@macbeth.shakespeare.lit' to='alice@home.example'>
                                  <body>crone1@shakespeare.lit invited you to a room</body>
                                  <x xmlns='%s'><invite from='crone1@shakespeare.lit'/></x>
                                  <x xmlns='jabber:x:conference' jid='darkcave@macbeth.shakespeare.lit'/>
                                </message>"""
                                        .formatted(USER)))
                .singleElement()
                .isInstanceOf(Invited.class);
    }

    @Test
    void wordsBesideADirectOneAreAMessageStill() {
        var events =
                doors.read(
                        """
                        <message from='crone1@shakespeare.lit/desktop' to='alice@home.example'>
                          <body>Come!</body>
                          <x xmlns='jabber:x:conference' jid='darkcave@macbeth.shakespeare.lit'/>
                        </message>""");
        assertThat(events).hasSize(2).hasAtLeastOneElementOfType(XmppEvent.MessageArrived.class);
    }

    /// H18.
    @Test
    void nobodyWritesInTheRoomsName() {
        var invite = "<invite from='crone1@shakespeare.lit'/>";
        assertThat(byRoom("darkcave@macbeth.shakespeare.lit/firstwitch", invite)).isEmpty();
        assertThat(byRoom("mallory@evil.example/x", invite)).isEmpty();
        assertThat(
                        doors.read(
                                """
                                <message from='darkcave@macbeth.shakespeare.lit/firstwitch'
                                    to='alice@home.example/kith' type='groupchat'>
                                  <x xmlns='%s'>%s<decline from='hecate@shakespeare.lit'/></x>
                                  <x xmlns='jabber:x:conference' jid='trap@evil.example'/>
                                </message>"""
                                        .formatted(USER, invite)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.example", "@", "a@b@c", "a@b..", "r@x.example/nick"})
    void whatIsNoRoomsAddressIsNoInvitation(String address) {
        assertThat(
                        doors.read(
                                """
                                <message from='mallory@evil.example/x' to='alice@home.example'>
                                  <x xmlns='jabber:x:conference' jid='%s'/>
                                </message>"""
                                        .formatted(address)))
                .isEmpty();
    }

    @Test
    void ourOwnAreNotAnnouncedToUs() {
        assertThat(byRoom("coven@chat.example", "<invite from='alice@home.example/other'/>"))
                .isEmpty();
        assertThat(
                        carbon(
                                "sent",
                                """
                                <message xmlns='jabber:client' from='alice@home.example/other'
                                    to='hecate@shakespeare.lit'>
                                  <x xmlns='jabber:x:conference' jid='coven@chat.example'/>
                                </message>"""))
                .isEmpty();
    }

    @Test
    void anotherDevicesNoIsHeard() {
        assertThat(
                        carbon(
                                "sent",
                                """
                                <message xmlns='jabber:client' from='alice@home.example/other'
                                    to='darkcave@macbeth.shakespeare.lit'>
                                  <x xmlns='%s'><decline to='crone1@shakespeare.lit'/></x>
                                </message>"""
                                        .formatted(USER)))
                .containsExactly(new InvitationAnswered(COVEN, OpenDoors.NOW));
    }

    @Test
    void aNoComesThroughTheRoom() {
        assertThat(
                        byRoom(
                                "darkcave@macbeth.shakespeare.lit",
                                "<decline from='hecate@shakespeare.lit'><reason>Sorry, I'm too busy"
                                        + " right now.</reason></decline>"))
                .containsExactly(
                        new InvitationDeclined(COVEN, HECATE, "Sorry, I'm too busy right now."));
    }

    /// H05.
    @Test
    void ofAHugeReasonAPieceIsKeptWhoseLastCharacterIsWhole() {
        var events =
                byRoom(
                        "r@chat.example",
                        "<invite><reason>x" + "🌅".repeat(50_000) + "</reason></invite>");
        assertThat(events).singleElement().isInstanceOf(Invited.class);
        var reason = ((Invited) events.getFirst()).invitation().reason();
        assertThat(reason).hasSize(499).endsWith("🌅");
    }

    @Test
    void asksAContactDirectly() {
        var id =
                extensions
                        .xep0249Invitations()
                        .invite(link, COVEN, HECATE, Optional.of("cauldronburn"), REASON);
        assertThat(link.lastXml().replaceFirst(" id='" + id.orElseThrow() + "'", ""))
                .isEqualTo(
                        "<message xmlns='jabber:client' to='hecate@shakespeare.lit'>"
                                + "<x xmlns='jabber:x:conference'"
                                + " jid='darkcave@macbeth.shakespeare.lit' password='cauldronburn'"
                                + " reason='Hey Hecate, this is the place for all good witches!'></x>"
                                + "<store xmlns='urn:xmpp:hints'></store></message>");
    }

    @Test
    void asksTheRoomAndTellsItNo() {
        var rooms = extensions.xep0045Invitations();
        rooms.invite(link, COVEN, HECATE, "Come");
        assertThat(link.lastXml())
                .contains(
                        "to='darkcave@macbeth.shakespeare.lit'",
                        "<invite to='hecate@shakespeare.lit'><reason>Come</reason></invite>");
        rooms.decline(link, COVEN, CRONE, "");
        assertThat(link.lastXml())
                .contains(
                        "to='darkcave@macbeth.shakespeare.lit'",
                        "<x xmlns='"
                                + USER
                                + "'><decline to='crone1@shakespeare.lit'></decline></x>");
    }

    @Test
    void saysThatItKnowsThem() {
        assertThat(extensions.features()).contains("jabber:x:conference");
    }

    private List<XmppEvent> byRoom(String from, String word) {
        return doors.read(
                """
                <message from='%s' to='alice@home.example'><x xmlns='%s'>%s</x></message>"""
                        .formatted(from, USER, word));
    }

    private List<XmppEvent> carbon(String kind, String message) {
        return doors.read(
                """
                <message from='alice@home.example' to='alice@home.example/kith'>
                  <%s xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>%s</forwarded></%s>
                </message>"""
                        .formatted(kind, message, kind));
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
