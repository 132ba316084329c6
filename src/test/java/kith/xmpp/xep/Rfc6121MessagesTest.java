package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.Beside;
import kith.xmpp.CapturingLink;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessageRefused;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

class Rfc6121MessagesTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    @Test
    void aMessageCarriesItsIdTwice() {
        var chat = new ChatKey(new AccountId(1), BOB);
        assertThat(
                        messages.send(
                                link,
                                chat,
                                Chat.Kind.CONTACT,
                                "u-1",
                                new Content.Text("a < b & c")))
                .isTrue();
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' id='u-1' type='chat'>"
                                + "<body>a &lt; b &amp; c</body>"
                                + "<origin-id xmlns='urn:xmpp:sid:0' id='u-1'></origin-id>"
                                + "<request xmlns='urn:xmpp:receipts'></request>"
                                + "<markable xmlns='urn:xmpp:chat-markers:0'></markable>"
                                + "</message>");
        messages.send(link, chat, Chat.Kind.ROOM, "u-2", new Content.Text("hi"));
        assertThat(link.lastXml()).contains("type='groupchat'");
    }

    /// XEP-0045 §7.5, XEP-0280 §6.1. Nobody is asked whether it came or was seen.
    @Test
    void aPrivateMessageGoesToOneInTheRoom() {
        var coven =
                new ChatKey(
                        new AccountId(1),
                        JidCreate.bareFromOrThrowUnchecked("coven@chat.shakespeare.lit"));
        var words = new Content.Private(new Confidant("firstwitch"), "I'll give thee a wind.");
        var all = new Beside(List.of(), true);
        assertThat(messages.send(link, coven, Chat.Kind.ROOM, "u-1", words, all)).isTrue();
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='coven@chat.shakespeare.lit/firstwitch'"
                                + " id='u-1' type='chat'>"
                                + "<x xmlns='http://jabber.org/protocol/muc#user'></x>"
                                + "<body>I'll give thee a wind.</body>"
                                + "<origin-id xmlns='urn:xmpp:sid:0' id='u-1'></origin-id>"
                                + "</message>");
    }

    /// XEP-0308 §3.
    @Test
    void aCorrectionNamesWhatItIsFor() {
        var chat = new ChatKey(new AccountId(1), BOB);
        var words = new Content.Correction("u-1", "friday");
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-2", words)).isTrue();
        assertThat(link.lastXml())
                .contains(
                        "id='u-2'",
                        "<body>friday</body>",
                        "<replace xmlns='urn:xmpp:message-correct:0' id='u-1'>");
        assertThat(content("<replace xmlns='urn:xmpp:message-correct:0' id='u-1'/>"))
                .isEqualTo(words);
    }

    @Test
    void whatNamesNothingIsAnOrdinaryMessage() {
        for (var none :
                List.of(
                        "<replace xmlns='urn:xmpp:message-correct:0'/>",
                        "<replace xmlns='urn:xmpp:message-correct:0' id=''/>",
                        "<replace xmlns='urn:xmpp:other' id='u-1'/>")) {
            assertThat(content(none)).isEqualTo(new Content.Text("friday"));
        }
        assertThat(
                        doors.read(
                                "<message from='bob@far.example/x' type='chat' id='u-2'><replace"
                                        + " xmlns='urn:xmpp:message-correct:0' id='u-1'/></message>"))
                .as("without words")
                .isEmpty();
    }

    /// XEP-0066 §3, as every client has it since uploads are used: the address is all that is said.
    @Test
    void aFileIsItsAddressTwice() {
        var chat = new ChatKey(new AccountId(1), BOB);
        var file = file("https://d.example/a/tr%C3%A8s%20cool.jpg", "très cool.jpg");
        messages.send(link, chat, Chat.Kind.CONTACT, "u-1", file);
        assertThat(link.lastXml())
                .contains(
                        "<body>https://d.example/a/tr%C3%A8s%20cool.jpg</body>"
                                + "<x xmlns='jabber:x:oob'>"
                                + "<url>https://d.example/a/tr%C3%A8s%20cool.jpg</url></x>",
                        "<request xmlns='urn:xmpp:receipts'>");
        assertThat(said("https://d.example/a/tr%C3%A8s%20cool.jpg", SAME)).isEqualTo(file);
    }

    @Test
    void aFileWithoutANameIsCalledAsItsHost() {
        assertThat(said("https://d.example/", SAME))
                .isEqualTo(file("https://d.example/", "d.example"));
        assertThat(said("https://d.example", SAME))
                .isEqualTo(file("https://d.example", "d.example"));
        assertThat(said("https://d.example/%E2%80%AE%0A", SAME))
                .isEqualTo(file("https://d.example/%E2%80%AE%0A", "d.example"));
    }

    @Test
    void aNameDoesNotHideWhatItIs() {
        assertThat(said("https://d.example/a%E2%80%AEgpj.exe", SAME))
                .isEqualTo(file("https://d.example/a%E2%80%AEgpj.exe", "agpj.exe"));
        assertThat(said("https://d.example/..%2F..%2Fetc%2Fpasswd", SAME))
                .isEqualTo(file("https://d.example/..%2F..%2Fetc%2Fpasswd", "passwd"));
        assertThat(said("https://d.example/..%5C..%5Cx", SAME))
                .isEqualTo(file("https://d.example/..%5C..%5Cx", "x"));
        assertThat(said("https://d.example/a/..", SAME))
                .isEqualTo(file("https://d.example/a/..", "d.example"));
    }

    @Test
    void h53WhatIsNoPlainAddressOfAFileStaysWords() {
        var url = "https://d.example/a.jpg";
        assertThat(said("Yeah, but do you have a license to Jabber?", url))
                .isEqualTo(new Content.Text("Yeah, but do you have a license to Jabber?"));
        for (var other :
                List.of(
                        "javascript:alert(1)",
                        "file:///etc/passwd",
                        "http://d.example/a.jpg",
                        "HTTP://d.example/a.jpg",
                        "aesgcm://d.example/a.jpg",
                        "https://bank.example@d.example/a.jpg",
                        "https:",
                        "words",
                        "https://d.example/a b")) {
            assertThat(said(other, SAME)).isEqualTo(new Content.Text(other));
        }
        assertThat(said(url, "")).isEqualTo(new Content.Text(url));
    }

    private static final String SAME = "(the body)";

    private Content said(String body, String marked) {
        var url = marked.equals(SAME) ? body : marked;
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='chat' id='u-2'><body>%s</body>"
                                        .formatted(body)
                                + "<x xmlns='jabber:x:oob'><url>%s</url></x></message>"
                                        .formatted(url));
        return ((MessageArrived) events.getFirst()).message().content();
    }

    private static Content.File file(String url, String name) {
        return new Content.File(Optional.of(url), name, Optional.empty(), Optional.empty());
    }

    private Content content(String replace) {
        var events =
                doors.read(
                        "<message from='bob@far.example/x' type='chat' id='u-2'>"
                                + "<body>friday</body>%s</message>".formatted(replace));
        return ((MessageArrived) events.getFirst()).message().content();
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
