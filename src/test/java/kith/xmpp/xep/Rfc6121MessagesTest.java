package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.MessageRefused;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

class Rfc6121MessagesTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    @Test
    void aMessageCarriesItsIdTwice() {
        var chat = new ChatKey(new AccountId(1), BOB);
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-1", "a < b & c")).isTrue();
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' id='u-1' type='chat'>"
                                + "<body>a &lt; b &amp; c</body>"
                                + "<origin-id xmlns='urn:xmpp:sid:0' id='u-1'></origin-id>"
                                + "<request xmlns='urn:xmpp:receipts'></request>"
                                + "<markable xmlns='urn:xmpp:chat-markers:0'></markable>"
                                + "</message>");
        messages.send(link, chat, Chat.Kind.ROOM, "u-2", "hi");
        assertThat(link.lastXml()).contains("type='groupchat'");
    }

    @Test
    void anErrorForOneOfOursSaysWhichAndWhy() {
        assertThat(
                        doors.read(
                                """
                                <message from='bob@far.example/x' type='error' id='u-1'>
                                <body>a</body><error type='cancel'><service-unavailable
                                xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
                                """))
                .containsExactly(new MessageRefused(BOB, "u-1", Refusal.of(Reason.UNAVAILABLE)));
    }

    @Test
    void r16ErrorsWithoutAnIdAndMessagesWithoutWordsAreNone() {
        assertThat(doors.read("<message from='bob@far.example/x' type='error'/>")).isEmpty();
        assertThat(doors.read("<message from='bob@far.example/x' type='chat'/>")).isEmpty();
        assertThat(
                        doors.read(
                                "<message from='bob@far.example/x' type='chat'>"
                                        + "<store xmlns='urn:xmpp:hints'/></message>"))
                .isEmpty();
    }
}
