package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.xmpp.CapturingLink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages that are files, with the examples of XEP-0447.
class Xep0447FileSharingTest extends Xep0447FileSharingFixture {

    /// A message of its own with where the file is, for one that was without (XEP-0447 §3.3).
    private static final String ATTACHED =
            "<attach-to id='sharing-a-file' xmlns='urn:xmpp:message-attaching:1'/>"
                    + "<sources xmlns='urn:xmpp:sfs:0'>"
                    + SOURCE
                    + "</sources>";

    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    /// XEP-0447 §3.1.
    @Test
    void aMessageIsAFileWithWhatIsSaidOfIt() {
        assertThat(read(SUMMIT)).as("alone").containsExactly(READ);
        assertThat(read(SUMMIT + STORE)).as("to be kept").containsExactly(READ);
        assertThat(read(SUMMIT + FALLBACK + BODY + OOB)).as("with words").containsExactly(READ);
    }

    /// XEP-0447 §4.3.
    @Test
    void whatIsForOlderProgramsIsNoSecondFile() {
        var reference =
                """
                <reference xmlns='urn:xmpp:reference:0' type='data'>
                  <media-sharing xmlns='urn:xmpp:sims:1'>
                    <file xmlns='urn:xmpp:jingle:apps:file-transfer:5'>
                      <media-type>image/jpeg</media-type>
                      <name>summit.jpg</name>
                      <size>3032449</size>
                      <hash xmlns='urn:xmpp:hashes:2'
                          algo='sha3-256'>2XarmwTlNxDAMkvymloX3S5+VbylNrJt/l5QyPa+YoU=</hash>
                    </file>
                    <sources>
                      <reference uri='%s' type='data' xmlns='urn:xmpp:reference:0' />
                    </sources>
                  </media-sharing>
                </reference>
                """
                        .formatted(URL);
        assertThat(read(SUMMIT + reference + FALLBACK + BODY + OOB)).containsExactly(READ);
    }

    /// XEP-0447 §3.3: what it is called and how large it is was said before, and isn't known here.
    @Test
    void aSourceThatComesLaterIsAFileByItsAddress() {
        assertThat(read(sharing(METADATA, ""))).isEmpty();
        assertThat(read(ATTACHED + FALLBACK + BODY + OOB)).containsExactly(BY_ADDRESS_ALONE);
        assertThat(read(ATTACHED)).isEmpty();
    }

    /// XEP-0447 §4.1.
    @Test
    void wordsStayWords() {
        var words = "Summit was great, check out this cool photo of everyone.";
        var body = "<body>" + words + "</body>";
        for (var sources : List.of("", SOURCE)) {
            assertThat(read(body + sharing(METADATA, sources)))
                    .containsExactly(new Content.Text(words));
        }
        var both = words + "\n" + URL;
        var part =
                "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:sfs:0'>"
                        + "<body start='%d' end='%d'/></fallback>"
                                .formatted(words.length(), both.length());
        assertThat(read("<body>" + both + "</body>" + part + SUMMIT))
                .containsExactly(new Content.Text(both));
        var other = FALLBACK.replace("urn:xmpp:sfs:0", "urn:xmpp:reply:0");
        assertThat(read(body + other + SUMMIT)).containsExactly(new Content.Text(words));
    }

    /// XEP-0447 §4.2.
    @Test
    void severalFilesAreNone() {
        var two =
                sharing("<file xmlns='urn:xmpp:file:metadata:0'><name>a</name></file>", SOURCE)
                        + SUMMIT;
        assertThat(read(two)).isEmpty();
        assertThat(read(two + FALLBACK + BODY + OOB)).containsExactly(new Content.Text(URL));
    }

    static Stream<String> marks() {
        return Stream.of(
                "",
                FALLBACK,
                FALLBACK.replace("<body/>", ""),
                FALLBACK.replace("<body/>", "<body start='0' end='%d'/>".formatted(URL.length())),
                FALLBACK.replace(":fallback:", ":feature-fallback:"),
                OOB);
    }

    @ParameterizedTest
    @MethodSource("marks")
    void anAddressAloneIsNoWords(String mark) {
        assertThat(read(SUMMIT + BODY + mark)).containsExactly(READ);
    }

    @Test
    void whatIsMarkedAsStandingForTheFileIsNoWords() {
        assertThat(read(SUMMIT + "<body>summit.jpg (3 MB): " + URL + "</body>" + FALLBACK))
                .containsExactly(READ);
        assertThat(read(SUMMIT + "<body/>")).containsExactly(READ);
    }

    /// So a copy of it that lost all but its body is known to be the same.
    @Test
    void ofSeveralSourcesItIsTheOneThatIsSaid() {
        var other = source("https://d.example/other.jpg");
        assertThat(read(sharing(METADATA, other + SOURCE) + BODY)).containsExactly(READ);
        assertThat(file(sharing(METADATA, other + SOURCE)).url())
                .as("without words, the first")
                .contains("https://d.example/other.jpg");
    }

    @Test
    void theThreadIsKept() {
        assertThat(file(SUMMIT + "<thread>t-1</thread>").thread()).contains("t-1");
        assertThat(file(SUMMIT + BODY + "<thread>t-1</thread>").thread()).contains("t-1");
    }

    /// An answer names the other message; that is in words only.
    @Test
    void anAnswerStaysWords() {
        var reply = "<reply xmlns='urn:xmpp:reply:0' id='m-1'/>";
        assertThat(read(SUMMIT + BODY + FALLBACK + reply))
                .singleElement()
                .isInstanceOf(Content.Text.class);
    }

    /// What changes or replaces something else has no words, either.
    @Test
    void whatElseHasNoWordsIsNoFile() {
        assertThat(read(SUMMIT + "<replace xmlns='urn:xmpp:message-correct:0' id='u-1'/>"))
                .isEmpty();
        assertThat(read(SUMMIT + "<subject>Summit</subject>")).isEmpty();
        assertThat(
                        read(
                                SUMMIT
                                        + "<reactions xmlns='urn:xmpp:reactions:0' id='u-1'>"
                                        + "<reaction>👋</reaction></reactions>"))
                .containsExactly(new Content.Reaction("u-1", List.of("👋")));
        assertThat(read(SUMMIT + "<retract xmlns='urn:xmpp:message-retract:1' id='u-1'/>"))
                .containsExactly(new Content.Retraction("u-1"));
        assertThat(read(SUMMIT + "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:x'/>"))
                .singleElement()
                .isInstanceOf(Content.Unreadable.class);
    }

    /// XEP-0447 §3.1, with what is known of it.
    @Test
    void oursSaysAllThatIsKnownBesideTheAddress() {
        send(READ);
        assertThat(link.lastXml())
                .contains("<body>" + URL + "</body><x xmlns='jabber:x:oob'><url>" + URL + "</url>")
                .contains(
                        "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'>"
                                + "<file xmlns='urn:xmpp:file:metadata:0'>"
                                + "<media-type>image/jpeg</media-type><name>summit.jpg</name>"
                                + "<size>3032449</size><width>4096</width><height>2160</height>"
                                + "</file><sources>"
                                + "<url-data xmlns='http://jabber.org/protocol/url-data'"
                                + " target='"
                                + URL
                                + "'></url-data></sources></file-sharing>"
                                + "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:sfs:0'>"
                                + "<body></body></fallback>");
    }

    static Stream<Content> files() {
        var picture = Optional.of(new PictureSize(3, 2));
        return Stream.of(
                READ,
                new Content.File(
                        Optional.of("https://d.example/a/tr%C3%A8s%20cool.jpg?a=1&b='2'"),
                        "très < cool & 'quoted' 🎉.jpg",
                        Optional.of(0L),
                        picture,
                        Optional.of("t-1")),
                new Content.File(
                        Optional.of("https://d.example/x"),
                        "no ending",
                        Optional.empty(),
                        picture,
                        Optional.empty()),
                new Content.File(
                        Optional.of("https://d.example/film.mov"),
                        "film.mov",
                        Optional.of(999_999_999_999L),
                        Optional.empty()),
                BY_ADDRESS_ALONE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatGoesOutComesInAsItWas(Content file) {
        send(file);
        var xml = link.last().toXML().toString();
        var got =
                xml.replace(
                        " xmlns='jabber:client' to='bob@far.example'", " from='bob@far.example/x'");
        assertThat(contents(got)).containsExactly(file);
        assertThat(xml)
                .contains(
                        ((Content.File) file).picture().isPresent()
                                ? "disposition='inline'"
                                : "disposition='attachment'");
    }

    @Test
    void weSayThatWeKnowThem() {
        assertThat(new XmppExtensions().features()).contains("urn:xmpp:sfs:0");
    }

    private void send(Content file) {
        var bob =
                new ChatKey(
                        new AccountId(1), JidCreate.bareFromOrThrowUnchecked("bob@far.example"));
        assertThat(messages.send(link, bob, Chat.Kind.CONTACT, "u-1", file)).isTrue();
    }
}
