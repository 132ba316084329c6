package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.VoiceRequest;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomConfigured;
import kith.xmpp.XmppEvent.VoiceRequested;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Asking for the right to write, with the examples of XEP-0045 §§7.13 and 8.6, and changes of a
/// room's configuration (§10.2.1); H18 of the reliability rules.
class Xep0045VoiceTest {

    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("coven@chat.example");
    private static final VoiceRequest REQUEST =
            new VoiceRequest(
                    "thirdwitch", JidCreate.fromOrThrowUnchecked("hag66@shakespeare.example/pda"));

    private static final String FORM =
            """
            <x xmlns='jabber:x:data' type='form'>
              <title>Voice request</title>
              <instructions>
                To approve this request for voice, select the &quot;Grant voice to this
                person?&quot; checkbox and click OK. To skip this request, click the cancel button.
              </instructions>
              <field var='FORM_TYPE' type='hidden'>
                  <value>http://jabber.org/protocol/muc#request</value>
              </field>
              <field var='muc#role' type='list-single' label='Requested role'>
                <value>participant</value>
              </field>
              <field var='muc#jid' type='jid-single' label='User ID'>
                <value>hag66@shakespeare.example/pda</value>
              </field>
              <field var='muc#roomnick' type='text-single' label='Room Nickname'>
                <value>thirdwitch</value>
              </field>
              <field var='muc#request_allow' type='boolean' label='Grant voice to this person?'>
                <value>false</value>
              </field>
            </x>
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Xep0045Voice voice = new Xep0045Voice();

    @BeforeEach
    void join() {
        new Xep0045Rooms(new XmppExtensions().xep0030Disco())
                .join(link, ROOM, "crone1", Optional.empty(), Optional.empty());
        doors.leaving(link.sent().getFirst());
        doors.read(
                """
                <presence from='coven@chat.example/crone1'>
                <x xmlns='http://jabber.org/protocol/muc#user'>
                <item affiliation='owner' role='moderator'/><status code='110'/></x></presence>
                """);
    }

    @Test
    void asks() {
        assertThat(voice.ask(link, ROOM)).isPresent();
        assertThat(link.lastXml())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='coven@chat.example'>"
                                + "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field var='FORM_TYPE'>"
                                + "<value>http://jabber.org/protocol/muc#request</value></field>"
                                + "<field var='muc#role'><value>participant</value></field>"
                                + "</x></message>");
    }

    @Test
    void answers() {
        assertThat(voice.answer(link, ROOM, REQUEST, true)).isPresent();
        assertThat(link.lastXml())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='coven@chat.example'>"
                                + "<x xmlns='jabber:x:data' type='submit'>"
                                + "<field var='FORM_TYPE'>"
                                + "<value>http://jabber.org/protocol/muc#request</value></field>"
                                + "<field var='muc#role'><value>participant</value></field>"
                                + "<field var='muc#jid'>"
                                + "<value>hag66@shakespeare.example/pda</value></field>"
                                + "<field var='muc#roomnick'><value>thirdwitch</value></field>"
                                + "<field var='muc#request_allow'><value>true</value></field>"
                                + "</x></message>");
    }

    @Test
    void aModeratorIsTold() {
        assertThat(form("coven@chat.example", "normal", FORM))
                .containsExactly(new VoiceRequested(ROOM, REQUEST));
    }

    /// As Prosody sends it: without the role, which can be but one.
    @Test
    void aFormWithoutARoleAsksForVoice() {
        assertThat(form("coven@chat.example", "normal", FORM.replace("participant", "")))
                .containsExactly(new VoiceRequested(ROOM, REQUEST));
    }

    /// H18: whoever isn't the room asks for nobody.
    @ParameterizedTest
    @ValueSource(
            strings = {"coven@chat.example/thirdwitch", "hag66@shakespeare.example/pda", "bare"})
    void h18AnOccupantsFormIsNone(String from) {
        for (var type : List.of("normal", "groupchat", "chat", "error")) {
            assertThat(form(from.equals("bare") ? "hag66@x.example/a" : from, type, FORM))
                    .noneMatch(VoiceRequested.class::isInstance);
        }
        assertThat(form("coven@chat.example", "error", FORM))
                .noneMatch(VoiceRequested.class::isInstance);
    }

    /// What an archive hands out, be it true or not, nobody asks for now.
    @Test
    void h05AFormInAnArchiveAsksForNobody() {
        doors.asks("q1", "alice@home.example");
        doors.asks("q2", "coven@chat.example");
        var kept =
                List.of(
                        archived("alice@home.example", "q1", "normal"),
                        archived("coven@chat.example", "q2", "normal"),
                        archived("coven@chat.example", "q2", "groupchat"));
        for (var each : kept) {
            assertThat(doors.read(each)).noneMatch(VoiceRequested.class::isInstance);
        }
    }

    private static String archived(String archive, String query, String type) {
        return """
        <message from='%s' to='alice@home.example/kith'>
        <result xmlns='urn:xmpp:mam:2' queryid='%s' id='a-1'>\
        <forwarded xmlns='urn:xmpp:forward:0'>\
        <delay xmlns='urn:xmpp:delay' stamp='2026-11-02T09:30:00Z'/>\
        <message xmlns='jabber:client' from='coven@chat.example' type='%s'>%s</message>\
        </forwarded></result>
        </message>
        """
                .formatted(archive, query, type, FORM);
    }

    /// What asks for more, or for nobody, is for nobody to grant with a click.
    @Test
    void aFormThatIsNoneOfVoiceIsNone() {
        var others =
                List.of(
                        FORM.replace("<value>participant", "<value>moderator"),
                        FORM.replace("type='form'", "type='submit'"),
                        FORM.replace("muc#request<", "muc#register<"),
                        FORM.replace("<value>thirdwitch</value>", ""),
                        FORM.replace("thirdwitch", "third\u2028witch"),
                        FORM.replace("hag66@shakespeare.example/pda", "@@"));
        for (var other : others) {
            assertThat(form("coven@chat.example", "normal", other))
                    .noneMatch(VoiceRequested.class::isInstance);
        }
    }

    @Test
    void aRoomThatIsOtherwiseSaysSo() {
        var changed = "<x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>";
        assertThat(form("coven@chat.example", "groupchat", changed))
                .containsExactly(new RoomConfigured(ROOM));
        assertThat(form("coven@chat.example/hag", "groupchat", changed)).isEmpty(); // H18
        assertThat(form("heath@chat.example", "groupchat", changed)).isEmpty();
        assertThat(form("coven@chat.example", "groupchat", changed.replace("104", "100")))
                .noneMatch(RoomConfigured.class::isInstance);
    }

    private List<XmppEvent> form(String from, String type, String payload) {
        return doors.read(
                "<message from='%s' id='approve' to='alice@home.example/kith' type='%s'>%s</message>"
                        .formatted(from, type, payload));
    }
}
