package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureSize;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages that are files, with the examples of XEP-0447; H50 and H53 of the reliability rules.
class Xep0447FileSharingTest {

    private static final String URL =
            "https://download.montague.lit/4a771ac1-f0b2-4a4a-9700-f2a26fa2bb67/summit.jpg";

    private static final String SOURCE =
            "<url-data xmlns='http://jabber.org/protocol/url-data' target='" + URL + "' />";

    private static final String JINGLE =
            """
            <jinglepub xmlns='urn:xmpp:jinglepub:1' from='romeo@montague.lit/resource'
                id='9559976B-3FBF-4E7E-B457-2DAA225972BB'>
              <description xmlns='urn:xmpp:jingle:apps:file-transfer:5' />
            </jinglepub>
            """;

    private static final String METADATA =
            """
            <file xmlns='urn:xmpp:file:metadata:0'>
              <media-type>image/jpeg</media-type>
              <name>summit.jpg</name>
              <size>3032449</size>
              <width>4096</width>
              <height>2160</height>
              <hash xmlns='urn:xmpp:hashes:2' algo='sha3-256'>2XarmwTlNxDAMkvymloX3S5+VbylNrJt/l5QyPa+YoU=</hash>
              <hash xmlns='urn:xmpp:hashes:2' algo='id-blake2b256'>2AfMGH8O7UNPTvUVAM9aK13mpCY=</hash>
              <desc>Photo from the summit.</desc>
              <thumbnail xmlns='urn:xmpp:thumbs:1' uri='cid:sha1+ffd7c8d28e9c5e82afea41f97108c6b4@bob.xmpp.org' media-type='image/png' width='128' height='96'/>
            </file>
            """;

    private static final String SUMMIT = sharing(METADATA, SOURCE + JINGLE);
    private static final String FALLBACK =
            "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:sfs:0'><body/></fallback>";
    private static final String BODY = "<body>" + URL + "</body>";
    private static final String OOB = "<x xmlns='jabber:x:oob'><url>" + URL + "</url></x>";
    private static final String STORE = "<store xmlns='urn:xmpp:hints' />";

    /// A message of its own with where the file is, for one that was without (XEP-0447 §3.3).
    private static final String ATTACHED =
            "<attach-to id='sharing-a-file' xmlns='urn:xmpp:message-attaching:1'/>"
                    + "<sources xmlns='urn:xmpp:sfs:0'>"
                    + SOURCE
                    + "</sources>";

    private static final Content READ =
            new Content.File(
                    Optional.of(URL),
                    "summit.jpg",
                    Optional.of(3_032_449L),
                    Optional.of(new PictureSize(4_096, 2_160)),
                    Optional.empty());

    private static final Content BY_ADDRESS_ALONE =
            new Content.File(Optional.of(URL), "summit.jpg", Optional.empty(), Optional.empty());

    private final OpenDoors doors = new OpenDoors();
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
                      <hash xmlns='urn:xmpp:hashes:2' algo='sha3-256'>2XarmwTlNxDAMkvymloX3S5+VbylNrJt/l5QyPa+YoU=</hash>
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

    /// XEP-0447 §6, XEP-0448.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "http://d.example/a.jpg",
                "HTTP://d.example/a.jpg",
                "aesgcm://d.example/a.jpg",
                "https://bank.example@d.example/a.jpg",
                "https://bank.example:443@d.example/a.jpg",
                "https://@d.example/a.jpg",
                "https:",
                "https:///a.jpg",
                "//d.example/a.jpg",
                "a.jpg",
                "https://d.example/a b"
            })
    void h53WhatIsNoPlainAddressByHttpsIsNoSource(String target) {
        var sharing = sharing(METADATA, source(target));
        assertThat(read(sharing)).isEmpty();
        var body = "<body>" + target + "</body>";
        assertThat(read(sharing + body)).containsExactly(new Content.Text(target));
        assertThat(read(sharing + body + FALLBACK)).containsExactly(new Content.Text(target));
        assertThat(read(sharing(METADATA, source(target) + SOURCE)))
                .as("the next is one")
                .containsExactly(READ);
        assertThat(read(sharing(METADATA, source(target) + SOURCE) + body))
                .as("but these are words")
                .containsExactly(new Content.Text(target));
    }

    @Test
    void h53WhatIsNotOnTheWebOrNeedsAKeyIsNoSource() {
        var encrypted =
                """
                <encrypted xmlns='urn:xmpp:esfs:0' cipher='urn:xmpp:ciphers:aes-128-gcm-nopadding:0'>
                  <key>SuRJ2agVm/pQbJQlPq/B23Xt1YOOJCcEGJA5HrcYOGQ=</key>
                  <iv>T8RDMBaiqn6Ci4Nw</iv>
                  <sources xmlns='urn:xmpp:sfs:0'>%s</sources>
                </encrypted>
                """
                        .formatted(SOURCE);
        var elsewhere = SOURCE.replace("protocol/url-data", "protocol/other");
        var nowhere = "<url-data xmlns='http://jabber.org/protocol/url-data'/>";
        for (var other : List.of(JINGLE, encrypted, elsewhere, nowhere)) {
            assertThat(read(sharing(METADATA, other))).isEmpty();
            assertThat(read(sharing(METADATA, other) + "<body>x</body>" + FALLBACK))
                    .containsExactly(new Content.Text("x"));
        }
    }

    @Test
    void h53OfThousandsOfSourcesTheFirstThatIsOneCounts() {
        var all = source("http://d.example/a").repeat(2_000) + SOURCE + source(URL).repeat(2_000);
        assertThat(read(sharing(METADATA, all))).containsExactly(READ);
    }

    /// What hostile names are made of, the metadata's test has.
    @Test
    void h50AFileThatIsCalledNothingIsCalledAsItsAddress() {
        for (var name : List.of("", "../..", "\u202e", "a".repeat(4_000))) {
            assertThat(file(sharing(named(name), SOURCE)).name()).isEqualTo("summit.jpg");
        }
        assertThat(file(sharing("", SOURCE)).name()).isEqualTo("summit.jpg");
        assertThat(file(sharing("", source("https://d.example/a%00%E2%80%AEgpj.exe"))).name())
                .isEqualTo("agpj.exe");
        assertThat(file(sharing("", source("https://d.example/..%5C..%5Cx"))).name())
                .isEqualTo("x");
        assertThat(file(sharing("", source("https://d.example/%2e%2e"))).name())
                .isEqualTo("d.example");
    }

    @Test
    void h50AFileIsCalledWhatItIsSaidToBeCalled() {
        assertThat(file(sharing(named("../../x"), SOURCE)).name()).isEqualTo("x");
        assertThat(file(sharing(named("test_\u202efdp.exe"), SOURCE)).name())
                .isEqualTo("test_fdp.exe");
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

    private static String sharing(String metadata, String sources) {
        return "<file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'>"
                + metadata
                + "<sources>"
                + sources
                + "</sources></file-sharing>";
    }

    private static String named(String name) {
        return "<file xmlns='urn:xmpp:file:metadata:0'><name>" + name + "</name></file>";
    }

    private static String source(String target) {
        return "<url-data xmlns='http://jabber.org/protocol/url-data' target='" + target + "'/>";
    }

    private Content.File file(String inside) {
        return (Content.File) read(inside).getFirst();
    }

    private List<Content> read(String inside) {
        return contents(
                "<message to='juliet@shakespeare.lit' from='romeo@montague.lit/resource'"
                        + " id='sharing-a-file'>"
                        + inside
                        + "</message>");
    }

    private List<Content> contents(String message) {
        return doors.read(message).stream()
                .filter(MessageArrived.class::isInstance)
                .map(each -> ((MessageArrived) each).message().content())
                .toList();
    }
}
