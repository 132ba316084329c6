package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

class Xep0393StylingTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    /// §7, the XEP's own example.
    @Test
    void aSenderSaysThatAMessageIsNotStyled() {
        assertThat(read("<body>&gt; _ &lt;</body><unstyled xmlns='urn:xmpp:styling:0'/>"))
                .isEqualTo(new Content.Text("> _ <", Optional.empty(), Optional.empty(), false));
        assertThat(read("<body>&gt; _ &lt;</body>")).isEqualTo(new Content.Text("> _ <"));
        assertThat(read("<body>a</body><unstyled xmlns='urn:xmpp:other'/>"))
                .isEqualTo(new Content.Text("a"));
    }

    @Test
    void aCorrectionSaysItOfItsOwnWords() {
        assertThat(
                        read(
                                "<body>*</body><replace xmlns='urn:xmpp:message-correct:0' id='a'/>"
                                        + "<unstyled xmlns='urn:xmpp:styling:0'/>"))
                .isEqualTo(
                        new Content.Correction(
                                "a", "*", Optional.empty(), Optional.empty(), false));
    }

    @Test
    void whatIsNotStyledSaysSoWhenItIsSent() {
        var chat = new ChatKey(new AccountId(1), BOB);
        messages.send(
                link,
                chat,
                Chat.Kind.CONTACT,
                "u-1",
                new Content.Correction("a", "*", Optional.empty(), Optional.empty(), false));
        assertThat(link.lastXml()).contains("<unstyled xmlns='urn:xmpp:styling:0'>");
        messages.send(link, chat, Chat.Kind.CONTACT, "u-2", new Content.Text("*"));
        assertThat(link.lastXml()).doesNotContain("unstyled");
    }

    /// §5.
    @Test
    void itIsToldThatWeKnowStyling() {
        assertThat(new XmppExtensions().features()).contains("urn:xmpp:styling:0");
    }

    private Content read(String inside) {
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='chat' id='b'>%s</message>"
                                .formatted(inside));
        return ((MessageArrived) events.getFirst()).message().content();
    }
}
