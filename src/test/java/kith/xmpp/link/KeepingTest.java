package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.Author;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Waiting;
import kith.model.Content;
import kith.xmpp.IncomingMessage;
import kith.xmpp.RoomStanding;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.xep.Xep0199Ping;
import kith.xmpp.xep.XmppExtensions;

import org.awaitility.Awaitility;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came in is kept before the server may hear that we have it (R05, F19).
class KeepingTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final String COMPOSING =
            "<composing xmlns='http://jabber.org/protocol/chatstates'/>";
    private static final EntityFullJid SELF =
            JidCreate.entityFullFromOrThrowUnchecked(ANNA.jid() + "/Kith.1");
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void isKeptUntilItIsDone() {
        Script speaking =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.send(message("1", "<body>O &amp; O</body>"));
                                    connection.send(message("2", COMPOSING));
                                    connection.listen();
                                });
        try (var server = ScriptedServer.start(speaking);
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            link.await(MessageArrived.class);
            link.await(XmppEvent.TypingChanged.class);
            Awaitility.await().until(() -> link.journal().open().isEmpty());
            assertThat(link.journal().kept()).as("typing is not worth keeping").isEqualTo(1);
        }
    }

    @Test
    void whatCantBeKeptEndsTheSessionForGood() {
        Script speaking =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.send(message("1", "<body>lost?</body>"));
                                    connection.awaitEnd();
                                });
        try (var server = ScriptedServer.start(speaking, Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.journal().fill(true);
            link.link().ask(Xep0199Ping.toServer());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> problems(link).contains(ConnectionProblem.Kind.NOT_KEPT));
            link.journal().fill(false);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> onlines(link).size() == 2);
            assertThat(onlines(link).getLast().resumed())
                    .as("a resumed session would count it as received")
                    .isFalse();
            assertThat(server.heard()).noneMatch(heard -> heard.matches("/a[@h='1']"));
            assertThat(link.heard().events(MessageArrived.class)).isEmpty();
        }
    }

    @Test
    void whatWasKeptSaysLaterWhatItWouldHaveSaid() {
        var live =
                later(
                        "<message xmlns='jabber:client' type='chat' id='1'"
                                + " from='bob@hearth.example/x' to='anna@hearth.example'>"
                                + "<body>&lt;b&gt; 'a' 😀</body></message>");
        assertThat(live.content()).isEqualTo(new Content.Text("<b> 'a' 😀"));
        assertThat(live.at()).isEqualTo(THEN);
        var room =
                later(
                        "<message xmlns='jabber:client' type='groupchat' id='2'"
                                + " from='den@rooms.hearth.example/Anna'"
                                + " to='anna@hearth.example/Kith.1'><body>hello</body></message>");
        assertThat(room.isRoom()).isTrue();
        assertThat(room.author()).extracting(Author::isMine).isEqualTo(true);
    }

    @Test
    void whatIsKeptCanBeRead() {
        var words = "<![CDATA[ ]]> & ]]]> \" ' \uD83D\uDE00 ";
        var xml =
                KeptStanza.write(
                        StanzaBuilder.buildMessage("1")
                                .from(JidCreate.fromOrThrowUnchecked("bob@hearth.example/x"))
                                .to(ANNA.jid())
                                .setBody(words)
                                .build());
        assertThat(later(xml).content()).isEqualTo(new Content.Text(words));
    }

    @Test
    void whatIsForgedIsForgedLaterToo() {
        assertThat(
                        read(
                                "<message xmlns='jabber:client' from='eve@hearth.example/x'"
                                        + " to='anna@hearth.example/Kith.1'><received"
                                        + " xmlns='urn:xmpp:carbons:2'><forwarded"
                                        + " xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'"
                                        + " type='chat' from='bob@hearth.example/x'"
                                        + " to='anna@hearth.example'><body>forged</body></message>"
                                        + "</forwarded></received></message>"))
                .isEmpty();
        assertThat(read("<message xmlns='jabber:client'><body>&#1;</body></message>")).isEmpty();
        assertThat(read("not even XML")).isEmpty();
    }

    private static IncomingMessage later(String xml) {
        return read(xml).stream()
                .filter(MessageArrived.class::isInstance)
                .map(event -> ((MessageArrived) event).message())
                .findFirst()
                .orElseThrow();
    }

    private static List<XmppEvent> read(String xml) {
        var den = JidCreate.bareFromOrThrowUnchecked("den@rooms.hearth.example");
        return KeptStanza.read(
                xml,
                SELF,
                List.of(new RoomStanding(den, "Anna", true, Optional.of(""))),
                THEN,
                new XmppExtensions().all());
    }

    private static String message(String id, String payload) {
        return "<message type='chat' id='%s' from='bob@hearth.example/x' to='%s'>%s</message>"
                .formatted(id, ANNA.jid(), payload);
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }

    private static List<ConnectionProblem.Kind> problems(TestLink link) {
        return link.heard().states().stream()
                .filter(Waiting.class::isInstance)
                .map(state -> ((Waiting) state).problem().kind())
                .toList();
    }

    private static List<Online> onlines(TestLink link) {
        return link.heard().states().stream()
                .filter((ConnectionState state) -> state instanceof Online)
                .map(Online.class::cast)
                .toList();
    }
}
