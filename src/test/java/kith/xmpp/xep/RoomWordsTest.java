package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Mentions.Mention;
import kith.model.TextRange;
import kith.xmpp.CapturingLink;
import kith.xmpp.MessageMark;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessageMarked;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// What stands beside words in rooms, with the examples of XEP-0372 and XEP-0333 §5.6.
class RoomWordsTest {

    private static final BareJid ROOM =
            JidCreate.bareFromOrThrowUnchecked("coven@chat.shakespeare.lit");

    private final OpenDoors doors = new OpenDoors();

    @BeforeEach
    void enter() {
        var link = new CapturingLink();
        new XmppExtensions()
                .xep0045Rooms()
                .join(link, ROOM, "second witch", Optional.empty(), Optional.empty());
        link.sent().forEach(doors::leaving);
        doors.read(
                "<presence from='%s/second witch'>".formatted(ROOM)
                        + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                        + "<item affiliation='none' role='participant'/><status code='110'/></x>"
                        + "</presence>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmpp:coven@chat.shakespeare.lit/second%20witch",
                "XMPP:coven@chat.shakespeare.lit/second%20witch?message",
                "xmpp:alice@home.example"
            })
    void weAreMentionedByNickOrAddress(String uri) {
        assertThat(wishes(reference("mention", uri)).notice()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmpp:coven@chat.shakespeare.lit/firstwitch",
                "xmpp:coven@chat.shakespeare.lit",
                "xmpp:juliet@capulet.lit",
                "http://home.example/alice",
                "xmpp:%zz",
                "xmpp:@/"
            })
    void othersAreNotUs(String uri) {
        assertThat(wishes(reference("mention", uri)).notice()).isFalse();
    }

    /// As the gateways to IRC call theirs.
    @Test
    void aRoomWhoseNameHasSignsOfUrisIsNamedWhole() {
        var message = StanzaBuilder.buildMessage("m-1");
        var room = JidCreate.bareFromOrThrowUnchecked("#kith%irc.example@gateway.example");
        var mention = new Mention("a #1", new TextRange(0, 4));
        Xep0372References.add(message, room, "a #1: hi", mention);
        assertThat(Tree.in(message.build(), "reference", "urn:xmpp:reference:0"))
                .map(it -> it.getAttributeValue("uri"))
                .contains("xmpp:%23kith%25irc.example@gateway.example/a%20%231");
    }

    @Test
    void whatIsNoMentionOrOfAnotherMessageIsNone() {
        var ours = "xmpp:alice@home.example";
        assertThat(wishes(reference("data", ours)).notice()).isFalse();
        assertThat(
                        wishes(
                                        "<reference xmlns='urn:xmpp:reference:0' type='mention'"
                                                + " anchor='xmpp:x' uri='xmpp:alice@home.example'/>")
                                .notice())
                .isFalse();
    }

    @Test
    void aMarkerNamesTheRoomsIdAndWhoHasSeenIt() {
        support("urn:xmpp:sid:0", "urn:xmpp:occupant-id:0");
        var mark = marks().getFirst();
        assertThat(mark.kind()).isEqualTo(MessageMark.Kind.SEEN_IN_ROOM);
        assertThat(mark.id()).isEqualTo("39K7ZYIp");
        assertThat(mark.by().toString()).isEqualTo(ROOM + "/firstwitch");
        assertThat(mark.occupantId()).contains("dd72603d");
    }

    /// XEP-0421 §3.3, H20.
    @Test
    void whoSaysSoIsBelievedOnlyWhereTheRoomVouchesForIt() {
        assertThat(marks().getFirst().occupantId()).isEmpty();
    }

    /// XEP-0333 §5.6: what nobody vouches for can't be marked.
    @Test
    void aMessageWantsAMarkerWhereTheRoomNamesIt() {
        var markable =
                "<markable xmlns='urn:xmpp:chat-markers:0'/><stanza-id xmlns='urn:xmpp:sid:0'"
                        + " by='coven@chat.shakespeare.lit' id='39K7ZYIp'/>";
        assertThat(wishes(markable).marker()).isFalse();
        support("urn:xmpp:sid:0");
        assertThat(wishes(markable).marker()).isTrue();
    }

    private void support(String... features) {
        var answer = new StringBuilder();
        for (var feature : features) {
            answer.append("<feature var='").append(feature).append("'/>");
        }
        var query = new StandardExtensionElement("query", "http://jabber.org/protocol/disco#info");
        doors.read(
                PayloadIq.get(ROOM, query),
                "<iq from='%s' id='1' type='result'>".formatted(ROOM)
                        + "<query xmlns='http://jabber.org/protocol/disco#info'>"
                        + "<identity category='conference' type='text'/>"
                        + answer
                        + "</query></iq>");
    }

    private List<MessageMark> marks() {
        return doors
                .read(
                        """
                        <message from='coven@chat.shakespeare.lit/firstwitch' id='message-2'
                         type='groupchat'><thread>Act IV, Scene I</thread>
                        <displayed xmlns='urn:xmpp:chat-markers:0' id='39K7ZYIp'/>
                        <occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72603d'/></message>
                        """)
                .stream()
                .map(event -> ((MessageMarked) event).mark())
                .toList();
    }

    private Wishes wishes(String inside) {
        return doors
                .read(
                        "<message from='%s/firstwitch' id='m-1' type='groupchat'>".formatted(ROOM)
                                + "<body>x</body>"
                                + inside
                                + "</message>")
                .stream()
                .filter(MessageArrived.class::isInstance)
                .map(event -> ((MessageArrived) event).message().wishes())
                .findFirst()
                .orElseThrow();
    }

    private static String reference(String type, String uri) {
        return "<reference xmlns='urn:xmpp:reference:0' begin='72' end='78' type='%s' uri='%s'/>"
                .formatted(type, uri);
    }
}
