package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.DataForm.Field;
import kith.model.RegistrationRequest;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RegistrationRequested;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;

/// Who wants to be a member of a room, with the example of XEP-0045 §9.9, through the doors.
class Xep0045ApprovalTest {

    private static final BareJid ROOM =
            JidCreate.bareFromOrThrowUnchecked("coven@chat.shakespeare.lit");

    private static final String FORM =
            """
            <x xmlns='jabber:x:data' type='form'>
              <title>Registration request</title>
              <instructions>To approve this registration request, select the
                &quot;Allow this person to register with the room?&quot; checkbox and click OK.
                To skip this request, click the cancel button.</instructions>
              <field var='FORM_TYPE' type='hidden'>
                <value>http://jabber.org/protocol/muc#register</value></field>
              <field var='muc#register_first' type='text-single' label='Given Name'>
                <value>Brunhilde</value></field>
              <field var='muc#register_last' type="text-single" label="Family Name">
                <value>Entwhistle-Throckmorton</value></field>
              <field var='muc#register_roomnick' type="text-single" label="Desired Nickname">
                <value>thirdwitch</value></field>
              <field var='muc#register_url' type="text-single" label="User URL">
                <value>http://witchesonline/~hag66/</value></field>
              <field var='muc#register_email' type="text-single" label="Email Address">
                <value>hag66@witchesonline</value></field>
              <field var='muc#register_faqentry' type="text-multi" label="FAQ Entry">
                <value>Just another witch.</value></field>
              <field var='muc#register_allow' type='boolean'
                  label='Allow this person to register with the room?'><value>0</value></field>
            </x>\
            """;

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();

    @Test
    void anAdminIsToldWhoAsksAndWhatTheySay() {
        var request = request(form("coven@chat.shakespeare.lit", "normal", FORM));
        assertThat(request.nick()).isEqualTo("thirdwitch");
        assertThat(request.told())
                .extracting(Field::title)
                .containsExactly(
                        "Given Name", "Family Name", "User URL", "Email Address", "FAQ Entry");
    }

    @Test
    void theAnswerIsTheFormWithAYesOrANo() {
        var request = request(form("coven@chat.shakespeare.lit", "normal", FORM));
        assertThat(new Xep0045Approval().answer(link, ROOM, request, true)).isPresent();
        assertThat(link.lastXml())
                .contains(
                        "to='coven@chat.shakespeare.lit'",
                        "type='submit'",
                        "<value>http://jabber.org/protocol/muc#register</value>",
                        "<value>thirdwitch</value>",
                        "<value>Just another witch.</value>")
                .containsPattern("var='muc#register_allow'[^>]*><value>1</value>");
        new Xep0045Approval().answer(link, ROOM, request, false);
        assertThat(link.lastXml())
                .containsPattern("var='muc#register_allow'[^>]*><value>0</value>");
    }

    /// H18: whoever isn't the room asks for nobody.
    @ParameterizedTest
    @ValueSource(
            strings = {"coven@chat.shakespeare.lit/thirdwitch", "hag66@shakespeare.lit/pda", "lit"})
    void h18AnOccupantsFormIsNone(String from) {
        for (var type : List.of("normal", "groupchat", "chat", "error")) {
            assertThat(form(from, type, FORM)).noneMatch(RegistrationRequested.class::isInstance);
        }
        assertThat(form("coven@chat.shakespeare.lit", "error", FORM))
                .noneMatch(RegistrationRequested.class::isInstance);
    }

    @Test
    void aFormThatAsksForNoApprovalIsNone() {
        var others =
                List.of(
                        FORM.replace("type='form'", "type='submit'"),
                        FORM.replace("muc#register<", "muc#request<"),
                        FORM.replace("muc#register_allow", "muc#register_other"),
                        FORM.replace("type='boolean'", "type='text-single'"),
                        FORM.replace("thirdwitch", "third\u2028witch"),
                        FORM.replace(
                                "</x>",
                                "<field var='a' type='text-single'><value>b</value></field>"
                                                .repeat(300)
                                        + "</x>")); // H05
        for (var other : others) {
            assertThat(form("coven@chat.shakespeare.lit", "normal", other))
                    .noneMatch(RegistrationRequested.class::isInstance);
        }
    }

    @Test
    void whoGivesNoNickAsksStill() {
        var other = FORM.replace("<value>thirdwitch</value>", "");
        assertThat(request(form("coven@chat.shakespeare.lit", "normal", other)).nick()).isEmpty();
    }

    private static RegistrationRequest request(List<XmppEvent> events) {
        assertThat(events).singleElement().isInstanceOf(RegistrationRequested.class);
        var asked = (RegistrationRequested) events.getFirst();
        assertThat(asked.room().equals(ROOM)).isTrue();
        return asked.request();
    }

    private List<XmppEvent> form(String from, String type, String payload) {
        return doors.read(
                "<message from='%s' id='approve' to='alice@home.example/kith' type='%s'>%s</message>"
                        .formatted(from, type, payload));
    }
}
