package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.CapturingLink;
import kith.xmpp.RefusedException;
import kith.xmpp.UploadService;
import kith.xmpp.UploadSlot;
import kith.xmpp.UploadSlot.Header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/// Finding an upload service, and what of its answers is believed: the examples of the XEP, and the
/// hostile answers of H54.
class Xep0363UploadTest {

    private static final Jid SERVER = JidCreate.fromOrThrowUnchecked("montague.tld");
    private static final Jid SERVICE = JidCreate.fromOrThrowUnchecked("upload.montague.tld");

    private final CapturingLink link = new CapturingLink();
    private final Xep0363Upload upload = new XmppExtensions().xep0363Upload();

    @Test
    void findsTheServiceAmongTheServersItems() {
        var found = upload.find(link, SERVER);
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='montague.tld' type='get'>"
                                + "<query xmlns='http://jabber.org/protocol/disco#items'/></iq>");
        link.answer(
                """
                <iq from='montague.tld' id='step_01' to='romeo@montague.tld/garden' type='result'>
                  <query xmlns='http://jabber.org/protocol/disco#items'>
                    <item jid='upload.montague.tld' name='HTTP File Upload' />
                    <item jid='conference.montague.tld' name='Chatroom Service' />
                  </query>
                </iq>
                """);
        link.answerFirst(info("5242880"));
        link.answerFirst(NO_SERVICE);
        link.answerFirst(NO_SERVICE);
        assertThat(now(found)).contains(new UploadService(SERVICE, OptionalLong.of(5_242_880)));
    }

    @Test
    void oneThatDoesNotAnswerIsNone() {
        var found = upload.find(link, SERVER);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='dead.montague.tld'/><item jid='upload.montague.tld'/></query></iq>
                """);
        link.refuse(Refusal.of(Reason.TIMED_OUT)); // the server itself, which was asked last
        link.answer(info("5242880"));
        link.refuse(Refusal.of(Reason.SERVER_NOT_REACHED));
        assertThat(now(found).map(UploadService::address)).contains(SERVICE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"OFFLINE", "TIMED_OUT"})
    void whereOneIsSilentAndNoneIsFoundNobodyKnows(Reason silence) {
        var found = upload.find(link, SERVER);
        link.answer(
                """
                <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>
                <item jid='upload.montague.tld'/></query></iq>
                """);
        link.refuse(Refusal.of(Reason.NOT_ALLOWED)); // the server itself
        link.refuse(Refusal.of(silence));
        assertThat(refusal(found).reason()).isEqualTo(silence);
    }

    @Test
    void aServerWithoutServicesHasNone() {
        var found = upload.find(link, SERVER);
        link.answer(
                "<iq type='result' id='1'>"
                        + "<query xmlns='http://jabber.org/protocol/disco#items'/></iq>");
        link.answer(NO_SERVICE);
        assertThat(now(found)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1e9", "99999999999999999999", "0x10"})
    void aLimitThatIsNoneCountsAsUnknown(String most) {
        var found = upload.find(link, SERVER);
        link.answer(
                "<iq type='result' id='1'>"
                        + "<query xmlns='http://jabber.org/protocol/disco#items'/></iq>");
        link.answer(info(most));
        assertThat(now(found).orElseThrow().most()).isEmpty();
    }

    @Test
    void asksForASlot() {
        upload.ask(link, SERVICE, "très cool.jpg", 23_456, "image/jpeg");
        assertThat(link.lastXml())
                .isEqualTo(
                        "<iq xmlns='jabber:client' to='upload.montague.tld' type='get'>"
                                + "<request xmlns='urn:xmpp:http:upload:0' filename='très cool.jpg'"
                                + " size='23456' content-type='image/jpeg'/></iq>");
    }

    @Test
    void takesASlot() {
        var slot = ask();
        link.answer(
                """
                <iq from='upload.montague.tld' id='step_03' to='romeo@montague.tld/garden'
                    type='result'>
                  <slot xmlns='urn:xmpp:http:upload:0'>
                    <put url='https://upload.montague.tld/4a771ac1-f0b2/tr%C3%A8s%20cool.jpg'>
                      <header name='Authorization'>Basic Base64String==</header>
                      <header name='Cookie'>foo=bar; user=romeo</header>
                    </put>
                    <get url='https://download.montague.tld/4a771ac1-f0b2/tr%C3%A8s%20cool.jpg' />
                  </slot>
                </iq>
                """);
        var taken = now(slot);
        assertThat(taken.put())
                .hasToString("https://upload.montague.tld/4a771ac1-f0b2/tr%C3%A8s%20cool.jpg");
        assertThat(taken.get())
                .hasToString("https://download.montague.tld/4a771ac1-f0b2/tr%C3%A8s%20cool.jpg");
        assertThat(taken.headers())
                .containsExactly(
                        new Header("Authorization", "Basic Base64String=="),
                        new Header("Cookie", "foo=bar; user=romeo"));
        assertThat(taken.toString()).doesNotContain("4a771ac1", "Basic");
        assertThat(taken.headers().toString()).doesNotContain("Base64String", "romeo");
    }

    /// Composed, the second would be no address at all.
    @ParameterizedTest
    @CsvSource({"tr\u00e8s, tr%C3%A8s", "\u1fef, %E1%BF%AF", "e\u0300, e%CC%80"})
    void h54WhatIsNotInAsciiIsEncodedAsItIsWritten(String written, String encoded) {
        var slot = ask();
        var put = "https://upload.montague.tld/";
        var get = "https://download.montague.tld/";
        link.answer(slotXml(put + written, "", get + written));
        var taken = now(slot);
        assertThat(taken.put()).hasToString(put + encoded);
        assertThat(taken.get()).hasToString(get + encoded);
    }

    @Test
    void h54OtherHeadersAreLeftOut() {
        var taken =
                slot(
                        """
                        <header name='Host'>evil.example</header>
                        <header name='Content-Length'>1</header>
                        <header name='eXpires'>one</header>
                        <header name='Transfer-Encoding'>chunked</header>
                        <header name='Expires'>two</header>
                        <header>nobody</header>
                        <header name='Authorization: x'>y</header>
                        """);
        assertThat(taken.headers())
                .containsExactly(new Header("eXpires", "one"), new Header("Expires", "two"));
    }

    @Test
    void h54NewLinesAreStripped() {
        var taken =
                slot(
                        """
                        <header name='Cookie'>a=1&#13;&#10;Host: evil.example&#10;</header>
                        <header name='Authori&#13;&#10;zation'>b&#9;2</header>
                        <header name='X&#10;Cookie'>c</header>
                        """);
        assertThat(taken.headers())
                .containsExactly(
                        new Header("Cookie", "a=1Host: evil.example"),
                        new Header("Authorization", "b2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://upload.montague.tld/a",
                "file:///etc/passwd",
                "ftp://upload.montague.tld/a",
                "javascript:alert(1)",
                "//upload.montague.tld/a",
                "/a",
                "",
                "https:",
                "https:///a",
                "https://upload.montague.tld:0/a",
                "https://upload.montague.tld:99999/a",
                "https://romeo:secret@upload.montague.tld/a",
                "https://bank.example@evil.example/a",
                "https://upload.montague.tld/a b",
                "https://upload.montague.tld/a#b",
                "https://upload.montague.tld/a&#10;Host: evil.example"
            })
    void h54AddressesThatAreNotPlainHttpsAreRefused(String url) {
        assertThat(refusedSlot(url, "https://download.montague.tld/a")).isEqualTo(Reason.UNSAFE);
        assertThat(refusedSlot("https://upload.montague.tld/a", url)).isEqualTo(Reason.UNSAFE);
    }

    @Test
    void h54WhatIsNoSlotIsRefused() {
        for (var answer :
                new String[] {
                    "<iq type='result' id='1'/>",
                    "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload'/></iq>",
                    "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'/></iq>",
                    "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'><put/>"
                            + "<get/></slot></iq>",
                    "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'>"
                            + "<put url='https://upload.montague.tld/a'/></slot></iq>"
                }) {
            var slot = ask();
            link.answer(answer);
            assertThat(refusal(slot).reason()).as(answer).isEqualTo(Reason.UNSAFE);
        }
    }

    @Test
    void tooLargeIsALimit() {
        var slot = ask();
        link.refuse(
                new Refusal(
                        Reason.NOT_ACCEPTABLE,
                        "File too large. The maximum file size is 20000 bytes"));
        assertThat(refusal(slot))
                .isEqualTo(
                        new Refusal(
                                Reason.LIMIT,
                                "File too large. The maximum file size is 20000 bytes"));
    }

    @Test
    void otherRefusalsStayWhatTheyAre() {
        var slot = ask();
        link.refuse(new Refusal(Reason.FORBIDDEN, "Only premium members are allowed"));
        assertThat(refusal(slot))
                .isEqualTo(new Refusal(Reason.FORBIDDEN, "Only premium members are allowed"));
    }

    private static final String NO_SERVICE =
            "<iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>"
                    + "<feature var='http://jabber.org/protocol/muc'/></query></iq>";

    private static String info(String most) {
        return """
        <iq from='upload.montague.tld' id='step_02' to='romeo@montague.tld/garden' type='result'>
          <query xmlns='http://jabber.org/protocol/disco#info'>
            <identity category='store' type='file' name='HTTP File Upload' />
            <feature var='urn:xmpp:http:upload:0' />
            <x type='result' xmlns='jabber:x:data'>
              <field var='FORM_TYPE' type='hidden'><value>other</value></field>
              <field var='max-file-size'><value>1</value></field>
            </x>
            <x type='result' xmlns='jabber:x:data'>
              <field var='FORM_TYPE' type='hidden'>
                <value>urn:xmpp:http:upload:0</value>
              </field>
              <field var='max-file-size'><value>%s</value></field>
            </x>
          </query>
        </iq>
        """
                .formatted(most);
    }

    private CompletionStage<UploadSlot> ask() {
        return upload.ask(link, SERVICE, "a.jpg", 1, "image/jpeg");
    }

    private UploadSlot slot(String headers) {
        var slot = ask();
        link.answer(slotXml("https://u.example/a", headers, "https://d.example/a"));
        return now(slot);
    }

    private Reason refusedSlot(String put, String get) {
        var slot = ask();
        link.answer(slotXml(put, "", get));
        return refusal(slot).reason();
    }

    private static String slotXml(String put, String headers, String get) {
        return "<iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'><put url='"
                + put
                + "'>"
                + headers
                + "</put><get url='"
                + get
                + "'/></slot></iq>";
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Refusal refusal(CompletionStage<?> slot) {
        var refused = new AtomicReference<Optional<Refusal>>();
        slot.whenComplete((_, failure) -> refused.set(RefusedException.in(failure)));
        return refused.get().orElseThrow();
    }
}
