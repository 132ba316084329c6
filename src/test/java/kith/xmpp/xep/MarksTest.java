package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.xmpp.CapturingLink;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.MessageMark;
import kith.xmpp.MessageMark.Kind;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessageMarked;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

/// Receipts (XEP-0184) and markers (XEP-0333): wished for, given, believed.
class MarksTest {

    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@far.example");
    private static final String RECEIVED = "<received xmlns='urn:xmpp:receipts' id='m-1'/>";
    private static final String DISPLAYED = "<displayed xmlns='urn:xmpp:chat-markers:0' id='m-1'/>";

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final XmppExtensions extensions = new XmppExtensions();

    @Test
    void xep0184AReceiptNamesTheMessageAndIsArchived() {
        extensions.xep0184Receipts().send(link, BOB, "r-1", "m-1");
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' id='r-1' type='chat'>"
                                + "<received xmlns='urn:xmpp:receipts' id='m-1'></received>"
                                + "<store xmlns='urn:xmpp:hints'></store></message>");
    }

    @Test
    void xep0333AMarkerNamesTheMessageAndIsArchived() {
        extensions.xep0333Markers().send(link, BOB, "r-1", "m-1");
        assertThat(link.last().toXML().toString())
                .isEqualTo(
                        "<message xmlns='jabber:client' to='bob@far.example' id='r-1' type='chat'>"
                                + "<displayed xmlns='urn:xmpp:chat-markers:0' id='m-1'></displayed>"
                                + "<store xmlns='urn:xmpp:hints'></store></message>");
    }

    @Test
    void messagesToOneAskForBothThoseToARoomForNone() {
        var chat = new ChatKey(new AccountId(1), BOB);
        extensions
                .rfc6121Messages()
                .send(link, chat, Chat.Kind.CONTACT, "u-1", new Content.Text("hi"));
        assertThat(link.lastXml())
                .contains(
                        "<request xmlns='urn:xmpp:receipts'>",
                        "<markable xmlns='urn:xmpp:chat-markers:0'>");
        extensions
                .rfc6121Messages()
                .send(link, chat, Chat.Kind.ROOM, "u-2", new Content.Text("hi"));
        assertThat(link.lastXml()).doesNotContain("receipts", "markable");
    }

    @Test
    void thePeerSaysHowFarAMessageHasCome() {
        assertThat(doors.read(from("bob@far.example/x", RECEIVED)))
                .containsExactly(marked(false, Kind.DELIVERED));
        assertThat(doors.read(from("bob@far.example/x", DISPLAYED)))
                .containsExactly(marked(false, Kind.DISPLAYED));
        assertThat(
                        doors.read(
                                from(
                                        "bob@far.example/x",
                                        "<received xmlns='urn:xmpp:chat-markers:0' id='m-1'/>")))
                .containsExactly(marked(false, Kind.DELIVERED));
    }

    @Test
    void anotherDeviceOfOursHasShownOneToTheUser() {
        var carbon =
                """
                <message from='alice@home.example' to='alice@home.example/kith'>
                <sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>
                <message xmlns='jabber:client' from='alice@home.example/phone'
                to='bob@far.example' type='chat'>%s</message></forwarded></sent></message>
                """;
        assertThat(doors.read(carbon.formatted(DISPLAYED)))
                .containsExactly(
                        new MessageMarked(
                                new MessageMark(
                                        BOB,
                                        true,
                                        "m-1",
                                        Kind.DISPLAYED,
                                        Way.CARBON,
                                        JidCreate.fromOrThrowUnchecked("alice@home.example/phone"),
                                        OpenDoors.NOW)));
        assertThat(doors.read(carbon.formatted(RECEIVED)))
                .as("what a device of ours has says nothing of what was read")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {RECEIVED, DISPLAYED})
    void h17ErrorsAndRoomsAreNotBelieved(String mark) {
        assertThat(
                        doors.read(
                                "<message from='bob@far.example/x' type='error'>%s</message>"
                                        .formatted(mark)))
                .isEmpty();
        assertThat(
                        doors.read(
                                "<message from='den@rooms.example/bob' type='groupchat'>%s</message>"
                                        .formatted(mark)))
                .as("who has seen something in a room says nothing of a message to one")
                .noneMatch(MarksTest::isOfAChatOfTwo);
        assertThat(doors.read(from("bob@far.example/x", mark.replace(" id='m-1'", "")))).isEmpty();
    }

    private static boolean isOfAChatOfTwo(XmppEvent event) {
        return !(event instanceof MessageMarked(var mark)) || !mark.isInRoom();
    }

    @Test
    void aMessageSaysWhatItsSenderWantsToHear() {
        var body = "<body>hi</body>";
        var request = "<request xmlns='urn:xmpp:receipts'/>";
        var markable = "<markable xmlns='urn:xmpp:chat-markers:0'/>";
        assertThat(wishes(from("bob@far.example/x", body + request + markable)))
                .isEqualTo(new Wishes(true, true));
        assertThat(wishes(from("bob@far.example/x", body))).isEqualTo(Wishes.NONE);
        assertThat(
                        wishes(
                                "<message from='bob@far.example/x' type='chat'>%s%s</message>"
                                        .formatted(body, request)))
                .as("without an id there is nothing to name")
                .isEqualTo(Wishes.NONE);
        assertThat(
                        wishes(
                                "<message from='den@rooms.example/bob' type='groupchat' id='m-1'>"
                                        + "%s%s</message>".formatted(body, request)))
                .isEqualTo(Wishes.NONE);
    }

    private Wishes wishes(String xml) {
        return doors.read(xml).stream()
                .filter(MessageArrived.class::isInstance)
                .map(event -> ((MessageArrived) event).message().wishes())
                .findFirst()
                .orElseThrow();
    }

    private static MessageMarked marked(boolean isMine, Kind kind) {
        var device = JidCreate.fromOrThrowUnchecked("bob@far.example/x");
        return new MessageMarked(
                new MessageMark(BOB, isMine, "m-1", kind, Way.LIVE, device, OpenDoors.NOW));
    }

    private static String from(String sender, String payload) {
        return "<message from='%s' type='chat' id='m-1'>%s</message>".formatted(sender, payload);
    }
}
