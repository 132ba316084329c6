package kith.xmpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Confidant;
import kith.model.Content;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent.MessageArrived;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// What is said in a room in private is told from what contacts say (XEP-0045 §7.5), by whatever
/// way it comes.
class PrivateMessagesTest {

    private static final String COVEN = "coven@chat.shakespeare.lit";
    private static final String X = "<x xmlns='http://jabber.org/protocol/muc#user'/>";
    private static final String WIND = "<body>I'll give thee a wind.</body>";
    private static final String DELAY =
            "<delay xmlns='urn:xmpp:delay' stamp='2026-11-20T10:00:00Z'/>";

    private final OpenDoors doors = new OpenDoors();

    /// The XEP's example.
    @Test
    void anOccupantsIsInTheRoomAndTheirs() {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        var message = arrived(received(WIND + X));
        assertThat(message.peer().toString()).isEqualTo(COVEN);
        assertThat(message.isRoom()).isTrue();
        assertThat(message.content())
                .isEqualTo(
                        new Content.Private(
                                new Confidant("secondwitch"), "I'll give thee a wind."));
        assertThat(message.author().address().toString()).isEqualTo(COVEN + "/secondwitch");
        assertThat(message.author().isMine()).isFalse();
        assertThat(message.ids().stanza()).isEqualTo("hgn27af1");
        assertThat(message.wishes()).isEqualTo(Wishes.NONE);
    }

    /// "Receiving entities MUST NOT rely on the existence of the x element."
    @Test
    void theMarkIsNotNeededWhereTheRoomIsKnown() {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        assertThat(arrived(received(WIND)).content()).isInstanceOf(Content.Private.class);
        doors.leaving(
                StanzaBuilder.buildPresence("p1")
                        .to(JidCreate.fullFromOrThrowUnchecked("heath@chat.example/thirdwitch"))
                        .addExtension(
                                new StandardExtensionElement("x", "http://jabber.org/protocol/muc"))
                        .build());
        assertThat(
                        arrived(
                                        "<message from='heath@chat.example/hag' type='normal'>"
                                                + WIND
                                                + "</message>")
                                .content())
                .as("a room that we have asked to let us in")
                .isInstanceOf(Content.Private.class);
    }

    /// H18: who sends the mark is no room for that.
    @Test
    void h18TheMarkMakesNobodyARoom() {
        var stranger = arrived(received(WIND + X));
        assertThat(stranger.isRoom()).isFalse();
        assertThat(stranger.content()).isEqualTo(new Content.Text("I'll give thee a wind."));
        assertThat(stranger.author().address().toString()).isEqualTo(COVEN);
        doors.hasChat(COVEN, Chat.Kind.CONTACT);
        for (var xml : List.of(received(WIND + X), carbon("received", received(WIND + X)))) {
            assertThat(arrived(xml).content()).isInstanceOf(Content.Text.class);
        }
        doors.asks("q1", "alice@home.example");
        assertThat(arrived(result(received(WIND + X))).isRoom()).isFalse();
    }

    @Test
    void whatWeSentElsewhereIsInTheRoomWhetherOrNotThatIsKnown() {
        var carbon = arrived(carbon("sent", sent(WIND + X)));
        assertThat(carbon.way()).isEqualTo(Way.CARBON);
        assertThat(carbon.peer().toString()).isEqualTo(COVEN);
        assertThat(carbon.isRoom()).isTrue();
        assertThat(carbon.content())
                .isEqualTo(
                        new Content.Private(new Confidant("firstwitch"), "I'll give thee a wind."));
        assertThat(carbon.author().isMine()).isTrue();
        doors.hasChat(COVEN, Chat.Kind.CONTACT);
        assertThat(arrived(carbon("sent", sent(WIND + X))).isRoom()).isTrue();
    }

    @Test
    void theAccountsArchiveHasThemOfRoomsThatThisDeviceDoesNotKnow() {
        doors.asks("q1", "alice@home.example");
        doors.supports("alice@home.example", "urn:xmpp:mam:2");
        for (var inner : List.of(received(WIND + X), sent(WIND + X))) {
            var archived = arrived(result(inner));
            assertThat(archived.isRoom()).isTrue();
            assertThat(archived.content()).isInstanceOf(Content.Private.class);
            assertThat(archived.ids().archive()).as("the account's name for it").contains("a-1");
        }
    }

    /// A room's archive must not have them (XEP-0313 §6.1.2); one that has, shows them to whom?
    @Test
    void aRoomsArchiveHasNone() {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        doors.asks("q1", COVEN);
        assertThat(
                        doors.read(
                                result(received(WIND + X))
                                        .replace("from='alice@home.example'", from(COVEN))))
                .isEmpty();
    }

    @Test
    void whoItWasIsBelievedOnlyOfARoomThatSaysSo() {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        var said = received(WIND + "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='o-1'/>");
        assertThat(arrived(said).author().occupantId()).isEmpty();
        doors.supports(COVEN, "urn:xmpp:occupant-id:0");
        assertThat(arrived(said).author().occupantId()).contains("o-1");
        assertThat(arrived(said).content())
                .isEqualTo(
                        new Content.Private(
                                new Confidant("secondwitch", Optional.of("o-1")),
                                "I'll give thee a wind."));
    }

    /// Nothing that is said in private does anything to what was said to all: it names messages by
    /// ids that anybody in the room may know.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>",
                "<reply xmlns='urn:xmpp:reply:0' id='m1'/>",
                "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>👋</reaction></reactions>",
                "<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>",
                "<received xmlns='urn:xmpp:receipts' id='m1'/>",
                "<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>",
                "<composing xmlns='http://jabber.org/protocol/chatstates'/>",
                "<x xmlns='jabber:x:conference' jid='heath@chat.example'/>",
                "<request xmlns='urn:xmpp:receipts'/>",
                "<subject>Fire burn</subject>"
            })
    void h13h15h16h17ItSaysNothingOfOthers(String payload) {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        assertThat(doors.read(received(payload))).isEmpty();
        var words = doors.read(received(WIND + payload));
        assertThat(words).as("its words are not lost for that").hasSize(1);
        assertThat(((MessageArrived) words.getFirst()).message().content())
                .isInstanceOf(Content.Private.class);
        assertThat(((MessageArrived) words.getFirst()).message().wishes()).isEqualTo(Wishes.NONE);
    }

    @Test
    void aRoomsOwnWordIsNotAnOccupants() {
        doors.hasChat(COVEN, Chat.Kind.ROOM);
        var invited =
                "<message from='%s'><x xmlns='http://jabber.org/protocol/muc#user'>"
                        + "<invite from='hag@far.example'/></x></message>";
        assertThat(doors.read(invited.formatted(COVEN))).isNotEmpty();
        assertThat(doors.read(invited.formatted(COVEN + "/hag"))).as("H18").isEmpty();
    }

    private IncomingMessage arrived(String xml) {
        return doors.read(xml).stream()
                .map(MessageArrived.class::cast)
                .map(MessageArrived::message)
                .findFirst()
                .orElseThrow();
    }

    private static String from(String address) {
        return "from='" + address + "'";
    }

    private static String received(String payload) {
        return "<message from='coven@chat.shakespeare.lit/secondwitch'"
                + " id='hgn27af1' to='alice@home.example/kith' type='chat'>"
                + payload
                + "</message>";
    }

    private static String sent(String payload) {
        return "<message from='alice@home.example/laptop' id='hgn27af1'"
                + " to='coven@chat.shakespeare.lit/firstwitch' type='chat'>"
                + payload
                + "</message>";
    }

    private static String asInner(String message) {
        return message.replaceFirst("<message ", "<message xmlns='jabber:client' ");
    }

    private static String carbon(String kind, String inner) {
        return """
        <message from='alice@home.example' to='alice@home.example/kith'>
        <%s xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></%s>
        </message>
        """
                .formatted(kind, DELAY, asInner(inner), kind);
    }

    private static String result(String inner) {
        return """
        <message from='alice@home.example' to='alice@home.example/kith'>
        <result xmlns='urn:xmpp:mam:2' queryid='q1' id='a-1'>\
        <forwarded xmlns='urn:xmpp:forward:0'>%s%s</forwarded></result>
        </message>
        """
                .formatted(DELAY, asInner(inner));
    }
}
