package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.Stanzas;
import kith.xmpp.Tree;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.Reader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a peer can put into a stanza, read as from a stream.
class StanzaReaderTest {

    @Test
    void readsTextAttributesAndNamespaces() {
        var message =
                Xml.stanza(
                        Message.class,
                        """
                        <message from='bob@far.example/x' type='chat' id='1'>
                        <body xml:lang='de'>Käse &amp; <![CDATA[<Wein>]]> &#x1F600;</body>
                        <x:payload xmlns:x='urn:example' x:a='1' b='it&apos;s'><x:in/></x:payload>
                        </message>
                        """);
        var body = Tree.in(message, "body", "jabber:client").orElseThrow();
        assertThat(body.getText()).isEqualTo("Käse & <Wein> \uD83D\uDE00");
        assertThat(Tree.attribute(body, "xml:lang")).contains("de");
        var payload = Tree.in(message, "payload", "urn:example").orElseThrow();
        assertThat(Tree.attribute(payload, "b")).contains("it's");
        assertThat(Tree.child(payload, "in")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 101, 1_000, 6_000, 50_000})
    void h37DeepNestingIsCutAndCostsNothingElse(int depth) {
        var message =
                Xml.stanza(
                        Message.class,
                        "<message type='chat'><deep xmlns='urn:x'>%s%s</deep><body>ok</body></message>"
                                .formatted("<a>".repeat(depth), "</a>".repeat(depth)));
        assertThat(Tree.in(message, "body", "jabber:client").orElseThrow().getText())
                .isEqualTo("ok");
    }

    @Test
    void h37WideAndLongThingsAreRead() {
        var attributes =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "a" + i + "='1'")
                        .collect(Collectors.joining(" "));
        var name = "n".repeat(5_000);
        var message =
                Xml.stanza(
                        Message.class,
                        """
                        <message type='chat'><wide xmlns='urn:x' %s/><%s xmlns='urn:%s'/>
                        <body>%s</body></message>
                        """
                                .formatted(attributes, name, name, "x".repeat(500_000)));
        assertThat(Tree.in(message, "wide", "urn:x").orElseThrow().getAttributes()).hasSize(5_000);
        assertThat(Tree.in(message, "body", "jabber:client").orElseThrow().getText())
                .hasSize(500_000);
    }

    @Test
    void anElementWithoutANamespaceIsLeftOut() {
        var message =
                Xml.stanza(
                        Message.class,
                        "<message type='chat'><x xmlns=''><y/></x><body>ok</body></message>");
        assertThat(message.getExtensions()).hasSize(1);
    }

    /// Who would write it again would write something else.
    @ParameterizedTest
    @ValueSource(strings = {"<a/><b/><a/>", "<a/><x xmlns=''/>", "<b/><a xmlns='urn:y'/><c/><b/>"})
    void whatIsNotAsItCameSaysSo(String children) {
        assertThat(Tree.isChanged(payload(children))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "<a/><a/><b/>", "<a/><b/><b/><c/>", "<a/><a xmlns='urn:y'/>"})
    void whatIsAsItCameDoesNot(String children) {
        assertThat(Tree.isChanged(payload(children))).isFalse();
    }

    private static StandardExtensionElement payload(String children) {
        var xml = "<message><p xmlns='urn:x'>%s</p></message>".formatted(children);
        return Tree.in(Xml.stanza(Message.class, xml), "p", "urn:x").orElseThrow();
    }

    @Test
    void wordsNobodyKnowsCountAsTheDefault() {
        assertThat(Xml.stanza(Message.class, "<message type='shout'/>").getType())
                .isEqualTo(Message.Type.normal);
        var presence =
                Xml.stanza(
                        Presence.class,
                        """
                        <presence from='bob@far.example/x'><show>asleep</show>
                        <priority>high</priority></presence>
                        """);
        assertThat(presence.getMode()).isEqualTo(Presence.Mode.available);
        assertThat(presence.getPriority()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message from='@'/>",
                "<presence type='dancing' from='bob@far.example'/>",
                "<iq type='get' id='1'/>",
                "<iq id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
                "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>",
                "<iq type='poke' id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
            })
    void whatIsNoStanzaIsNone(String xml) {
        assertThat(Stanzas.of(StanzaReaderAccess.read(xml))).isEmpty();
    }

    @Test
    void errorsAreReadEvenIfNobodyKnowsThem() {
        var error =
                """
                <iq type='error' id='1'><error type='cancel'>%s
                <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No</text></error></iq>
                """;
        var known = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:there</gone>";
        var gone = Xml.stanza(IQ.class, error.formatted(known)).getError();
        assertThat(gone.getCondition()).isEqualTo(StanzaError.Condition.gone);
        assertThat(gone.getDescriptiveText()).isEqualTo("No");
        assertThat(Xml.stanza(IQ.class, error.formatted("")).getError().getCondition())
                .isEqualTo(StanzaError.Condition.undefined_condition);
        assertThat(Xml.stanza(IQ.class, "<iq type='error' id='1'/>").getError().getCondition())
                .isEqualTo(StanzaError.Condition.undefined_condition);
    }

    /// JDK-8343004: 100,000 escaped characters would end a stream of the default limits.
    @Test
    void aStreamOfMillionsOfEscapedCharactersGoesOn() throws Exception {
        SmackStart.ensure();
        var stanza = "<message from='a@b'><body>%s</body></message>".formatted("&lt;".repeat(100));
        var head = "<stream:stream xmlns='jabber:client' xmlns:stream='urn:stream'>";
        var parser = SmackXmlParser.newXmlParser(new Endless(head, stanza));
        parser.next();
        for (int i = 0; i < 20_000; i++) {
            parser.next();
            var body = Tree.child(StanzaReader.read(parser), "body").orElseThrow();
            assertThat(Tree.text(body)).isEqualTo("<".repeat(100));
        }
    }

    /// A text, and another again and again.
    private static final class Endless extends Reader {

        private final String again;
        private String now;
        private int at;

        Endless(String first, String again) {
            this.now = first;
            this.again = again;
        }

        @Override
        public int read(char[] buffer, int from, int length) {
            if (at == now.length()) {
                now = again;
                at = 0;
            }
            int count = Math.min(length, now.length() - at);
            now.getChars(at, at + count, buffer, from);
            at += count;
            return count;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
