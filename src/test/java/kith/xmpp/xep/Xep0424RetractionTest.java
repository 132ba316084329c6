package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Moderation;
import kith.xmpp.CapturingLink;
import kith.xmpp.IncomingMessage;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.door.OpenDoors;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Taking back messages with the examples of XEP-0424, and what rooms say of removing some with
/// those of XEP-0425; H15 of the reliability rules.
class Xep0424RetractionTest {

    private static final BareJid LORD = JidCreate.bareFromOrThrowUnchecked("lord@capulet.example");

    private static final String MODERATED =
            """
            <retract id="stanza-id-1" xmlns='urn:xmpp:message-retract:1'>
              <moderated by='room@muc.example.com/macbeth' xmlns='urn:xmpp:message-moderate:1'>
                <occupant-id xmlns="urn:xmpp:occupant-id:0" id="dd72603deec90a38ba552f7c68cbcc61"/>
              </moderated>
              <reason>This message contains inappropriate content for this forum</reason>
            </retract>
            """;

    /// As mod_muc_moderation of Prosody sends it (XEP-0425, version 0.2).
    private static final String MODERATED_BEFORE =
            """
            <apply-to xmlns='urn:xmpp:fasten:0' id='stanza-id-1'>
              <moderated xmlns='urn:xmpp:message-moderate:0' by='room@muc.example.com/macbeth'>
                <retract xmlns='urn:xmpp:message-retract:0'/>
                <reason>This message contains inappropriate content for this forum</reason>
              </moderated>
            </apply-to>
            """;

    private static final Content REMOVAL =
            new Content.Retraction(
                    "stanza-id-1",
                    Optional.of(
                            new Moderation(
                                    "macbeth",
                                    "This message contains inappropriate content for this forum")));

    private final OpenDoors doors = new OpenDoors();
    private final CapturingLink link = new CapturingLink();
    private final Rfc6121Messages messages = new Rfc6121Messages();

    /// XEP-0424 §3.
    @Test
    void oursNamesTheMessageSaysSoInWordsAndAsksToBeKept() {
        var chat = new ChatKey(new AccountId(1), LORD);
        var retraction = new Content.Retraction("wrong-recipient-1");
        assertThat(messages.send(link, chat, Chat.Kind.CONTACT, "u-1", retraction)).isTrue();
        assertThat(link.last().toXML().toString())
                .contains("to='lord@capulet.example' id='u-1' type='chat'")
                .contains(
                        "<retract xmlns='urn:xmpp:message-retract:1' id='wrong-recipient-1'>"
                                + "</retract>")
                .contains(
                        "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'>"
                                + "</fallback>")
                .contains(
                        "<body>/me retracted a previous message, but it's unsupported by your"
                                + " client.</body>")
                .contains("<store xmlns='urn:xmpp:hints'></store>")
                .contains("<origin-id xmlns='urn:xmpp:sid:0' id='u-1'></origin-id>")
                .doesNotContain("receipts", "markable");
    }

    /// XEP-0424 §2.
    @Test
    void weSayThatWeKnowThem() {
        assertThat(new XmppExtensions().features()).contains("urn:xmpp:message-retract:1");
    }

    @Test
    void whatComesTakesBackAndIsNoMessage() {
        var read =
                one(
                        """
                        <message type='chat' from='lord@capulet.example/hall' id='retract-message-1'>
                          <retract id="wrong-recipient-1" xmlns='urn:xmpp:message-retract:1'/>
                          <fallback xmlns="urn:xmpp:fallback:0" for='urn:xmpp:message-retract:1'/>
                          <body>/me retracted a previous message, but it's unsupported by your client.</body>
                          <store xmlns="urn:xmpp:hints"/>
                          <request xmlns='urn:xmpp:receipts'/>
                        </message>
                        """);
        assertThat(read.content()).isEqualTo(new Content.Retraction("wrong-recipient-1"));
        assertThat(read.peer().toString()).isEqualTo(LORD.toString());
        assertThat(read.wishes()).isEqualTo(Wishes.NONE);
    }

    /// Version 0.4.0 marks the words without saying what for, and some don't mark them.
    @Test
    void itsWordsAreNoMessageHoweverTheyAreMarked() {
        for (var fallback : List.of("", "<fallback xmlns='urn:xmpp:fallback:0'/>")) {
            assertThat(
                            between(
                                    "<body>/me retracted</body>"
                                            + fallback
                                            + "<retract id='a' xmlns='urn:xmpp:message-retract:1'/>"))
                    .containsExactly(new Content.Retraction("a"));
        }
    }

    @Test
    void whatNamesNothingOrSeveralIsAsIfItWereNotThere() {
        var one = "<retract id='a' xmlns='urn:xmpp:message-retract:1'/>";
        assertThat(between(one + one)).isEmpty();
        assertThat(between("<body>hi</body>" + one + one)).containsExactly(new Content.Text("hi"));
        assertThat(between("<retract xmlns='urn:xmpp:message-retract:1'/>")).isEmpty();
        assertThat(between("<retract id='' xmlns='urn:xmpp:message-retract:1'/>")).isEmpty();
        assertThat(between("<retract id='a' xmlns='urn:xmpp:message-retract:0'/>")).isEmpty();
    }

    @Test
    void anErrorTakesBackNothing() {
        var events =
                doors.read(
                        "<message from='lord@capulet.example/x' type='error' id='u-2'>"
                                + "<retract id='a' xmlns='urn:xmpp:message-retract:1'/>"
                                + "<error type='cancel'><service-unavailable"
                                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");
        assertThat(events).noneMatch(MessageArrived.class::isInstance);
        assertThat(events).hasAtLeastOneElementOfType(XmppEvent.MessageRefused.class);
    }

    /// XEP-0425 §3.1, and as servers have sent it before; some send both.
    @Test
    void aRoomSaysWhoHasRemovedWhatAndWhy() {
        for (var said : List.of(MODERATED, MODERATED_BEFORE, MODERATED_BEFORE + MODERATED)) {
            assertThat(inRoom("room@muc.example.com", said)).containsExactly(REMOVAL);
        }
        assertThat(
                        inRoom(
                                "room@muc.example.com",
                                "<retract id='s' xmlns='urn:xmpp:message-retract:1'>"
                                        + "<moderated xmlns='urn:xmpp:message-moderate:1'/>"
                                        + "</retract>"))
                .containsExactly(new Content.Retraction("s", Optional.of(new Moderation("", ""))));
    }

    /// XEP-0425 §5: nobody but the room.
    @Test
    void h15WhoElseSaysSoSaysNothingAtAll() {
        for (var said : List.of(MODERATED, MODERATED_BEFORE)) {
            assertThat(inRoom("room@muc.example.com/macbeth", said)).isEmpty();
            assertThat(inRoom("room@muc.example.com/macbeth", "<body>hi</body>" + said)).isEmpty();
        }
        assertThat(between(MODERATED_BEFORE)).isEmpty();
        assertThat(between("<body>hi</body>" + MODERATED_BEFORE))
                .containsExactly(new Content.Text("hi"));
        assertThat(between(MODERATED)).containsExactly(new Content.Retraction("stanza-id-1"));
    }

    /// XEP-0424 §4.
    @Test
    void anArchivePutsAMarkInThePlaceOfAMessage() {
        doors.asks("f27", "alice@home.example");
        var read =
                one(
                        """
                        <message id='aeb213' to='alice@home.example/kith'>
                          <result xmlns='urn:xmpp:mam:2' queryid='f27' id='stanza-id-1'>
                            <forwarded xmlns='urn:xmpp:forward:0'>
                              <delay xmlns='urn:xmpp:delay' stamp='2019-09-20T23:08:25Z'/>
                              <message xmlns='jabber:client' type='chat' from='romeo@montague.example'
                                  to='alice@home.example' id='wrong-recipient-1'>
                                <retracted stamp='2019-09-20T23:09:32Z'
                                  xmlns='urn:xmpp:message-retract:1' id='retract-message-1'/>
                              </message>
                            </forwarded>
                          </result>
                        </message>
                        """);
        assertThat(read.content()).isEqualTo(Content.RETRACTED);
        assertThat(read.ids().archive()).contains("stanza-id-1");
        assertThat(read.ids().stanza()).isEqualTo("wrong-recipient-1");
    }

    /// XEP-0425 §4, and as Prosody has it. By whom, anybody could have sent.
    @Test
    void aRoomsArchiveDoesSoToo() {
        doors.asks("f28", "room@muc.example.com");
        for (var mark :
                List.of(
                        "<retracted stamp='2019-09-20T23:19:12Z' xmlns='urn:xmpp:message-retract:1'>"
                                + "<moderated by='witch@shakespeare.example'"
                                + " xmlns='urn:xmpp:message-moderate:1'/>"
                                + "<reason>no</reason></retracted>",
                        "<moderated xmlns='urn:xmpp:message-moderate:0'"
                                + " by='room@muc.example.com/macbeth'><retracted"
                                + " xmlns='urn:xmpp:message-retract:0'"
                                + " stamp='2019-09-20T23:19:12Z'/></moderated>")) {
            assertThat(inArchive(mark)).containsExactly(Content.RETRACTED);
            assertThat(inArchive("<body>hi</body>" + mark)).containsExactly(new Content.Text("hi"));
            assertThat(inRoom("room@muc.example.com/oldhag", mark)).as("live").isEmpty();
            assertThat(between(mark)).as("live").isEmpty();
        }
    }

    private List<Content> inArchive(String inside) {
        return contents(
                """
                <message id='aeb213' from='room@muc.example.com' to='alice@home.example/kith'>
                  <result xmlns='urn:xmpp:mam:2' queryid='f28' id='stanza-id-1'>
                    <forwarded xmlns='urn:xmpp:forward:0'>
                      <delay xmlns='urn:xmpp:delay' stamp='2019-09-20T23:18:41Z'/>
                      <message xmlns='jabber:client' type="groupchat"
                          from="room@muc.example.com/oldhag" id="message-id-1">%s</message>
                    </forwarded>
                  </result>
                </message>
                """
                        .formatted(inside));
    }

    private List<Content> inRoom(String from, String inside) {
        return contents(
                "<message type='groupchat' id='retraction-id-1' from='%s'>%s</message>"
                        .formatted(from, inside));
    }

    private List<Content> between(String inside) {
        return contents(
                "<message type='chat' id='u-2' from='lord@capulet.example/x'>%s</message>"
                        .formatted(inside));
    }

    private List<Content> contents(String xml) {
        return arrived(xml).stream().map(IncomingMessage::content).toList();
    }

    private IncomingMessage one(String xml) {
        var arrived = arrived(xml);
        assertThat(arrived).hasSize(1);
        return arrived.getFirst();
    }

    private List<IncomingMessage> arrived(String xml) {
        return doors.read(xml).stream()
                .filter(MessageArrived.class::isInstance)
                .map(MessageArrived.class::cast)
                .map(MessageArrived::message)
                .toList();
    }
}
