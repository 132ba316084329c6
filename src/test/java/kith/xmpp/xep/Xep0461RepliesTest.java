package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Reply;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

class Xep0461RepliesTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");
    private static final Jid ANNA = JidCreate.fromOrThrowUnchecked("anna@example.com/laptop");
    private static final String REPLY =
            "<reply xmlns='urn:xmpp:reply:0' id='m-1' to='anna@example.com/laptop'/>";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    /// XEP-0461 §3, XEP-0428 §2.2: ends are counted in code points (XEP-0426).
    @Test
    void oursNameTheMessageAndSayWhatOnlyRepeatsIt() {
        var chat = new ChatKey(new AccountId(1), BOB);
        var body = "> 🎉 cake\nGreat idea!";
        var reply = new Reply("m-1", Optional.of(BOB), "> 🎉 cake\n".length());
        var words = new Content.Text(body, Optional.of(reply), Optional.of("t-1"));
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-1", words)).isTrue();
        assertThat(link.last().toXML().toString())
                .contains(
                        "<reply xmlns='urn:xmpp:reply:0' id='m-1' to='bob@far.example'></reply>",
                        "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>"
                                + "<body start='0' end='9'></body></fallback>",
                        "<thread>t-1</thread>");
        var correction =
                new Content.Correction("u-1", body, Optional.of(reply), Optional.of("t-1"));
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-2", correction)).isTrue();
        assertThat(link.last().toXML().toString())
                .contains("<replace ", "<reply ", "<body start='0' end='9'></body>")
                .contains("<thread>t-1</thread>");
    }

    @Test
    void whatRepeatsTheOtherIsNoneOfItsWords() {
        var read = text("&gt; 🎉 cake\nGreat idea!", REPLY + fallback("start='0' end='9'"));
        assertThat(read.words()).isEqualTo("Great idea!");
        assertThat(read.body()).isEqualTo("> 🎉 cake\nGreat idea!");
        var reply = read.reply().orElseThrow();
        assertThat(reply).isEqualTo(new Reply("m-1", Optional.of(ANNA), 10));
    }

    /// Some end it before the line does, and some use the namespace of the example.
    @Test
    void otherWaysOfSayingSo() {
        var short9 = text("&gt; a cake\nGreat idea!", REPLY + fallback("start='0' end='8'"));
        assertThat(short9.words()).isEqualTo("Great idea!");
        var other = fallback("start='0' end='9'").replace(":fallback:", ":feature-fallback:");
        assertThat(text("&gt; a cake\nGreat idea!", REPLY + other).words())
                .isEqualTo("Great idea!");
    }

    @Test
    void withoutAFallbackAllIsSaid() {
        assertThat(text("Great idea!", REPLY).words()).isEqualTo("Great idea!");
        assertThat(text("Great idea!", REPLY).reply().map(Reply::quoted)).contains(0);
        assertThat(text("&gt; a\nb", fallback("start='0' end='4'")).reply()).isEmpty();
        assertThat(text("&gt; a\nb", fallback("start='0' end='4'")).words()).isEqualTo("> a\nb");
    }

    /// A sender can't hide words from us that others show.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "start='0' end='8'",
                "start='0' end='9'",
                "start='0' end='10'",
                "start='0' end='99999999999'",
                "start='0' end='-1'",
                "start='3' end='5'",
                "start='0'",
                "end='5'",
                ""
            })
    void whatIsNoQuotationOrAllThereIsIsSaid(String part) {
        var read = text("Pay me 5.\nOr else.", REPLY + fallback(part));
        assertThat(read.words()).isEqualTo("Pay me 5.\nOr else.");
        assertThat(text("&gt; a\n&gt; b", REPLY + fallback("start='0' end='7'")).words())
                .isEqualTo("> a\n> b");
    }

    @Test
    void whatNamesNothingAnswersNothing() {
        assertThat(text("a", "<reply xmlns='urn:xmpp:reply:0'/>").reply()).isEmpty();
        assertThat(text("a", "<reply xmlns='urn:xmpp:reply:0' id=''/>").reply()).isEmpty();
        var nobody = "<reply xmlns='urn:xmpp:reply:0' id='m' to='@/'/>";
        assertThat(text("a", nobody).reply()).contains(new Reply("m", Optional.empty(), 0));
        for (var odd : List.of("..", "a@../r", "a@b../r", "")) { // another once it is written down
            var to = "<reply xmlns='urn:xmpp:reply:0' id='m' to='" + odd + "'/>";
            assertThat(text("a", to).reply()).contains(new Reply("m", Optional.empty(), 0));
        }
    }

    @Test
    void theThreadIsKept() {
        assertThat(text("a", "<thread>t-1</thread>").thread()).contains("t-1");
        assertThat(text("a", "<thread/>").thread()).isEmpty();
    }

    @Test
    void aCorrectionAnswersToo() {
        var replace = "<replace xmlns='urn:xmpp:message-correct:0' id='u-0'/>";
        var read = content("&gt; a\nb", replace + REPLY + fallback("start='0' end='4'"));
        assertThat(read).isInstanceOf(Content.Correction.class);
        assertThat(((Content.Correction) read).words()).isEqualTo("b");
    }

    @Test
    void weSayThatWeKnowThem() {
        assertThat(new XmppExtensions().features())
                .contains("urn:xmpp:reply:0", "urn:xmpp:fallback:0");
    }

    private static String fallback(String part) {
        return "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body "
                + part
                + "/></fallback>";
    }

    private Content.Text text(String body, String beside) {
        return (Content.Text) content(body, beside);
    }

    private Content content(String body, String beside) {
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='chat' id='u-2'><body>"
                                + body
                                + "</body>"
                                + beside
                                + "</message>");
        return events.stream()
                .filter(MessageArrived.class::isInstance)
                .map(each -> ((MessageArrived) each).message().content())
                .reduce((one, other) -> fail(List.of(one, other)))
                .orElseThrow();
    }

    private static Content fail(List<Content> several) {
        throw new AssertionError(several.toString());
    }
}
