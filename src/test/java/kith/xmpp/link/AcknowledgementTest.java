package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionState.Online;
import kith.model.Content;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessagesUncertain;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the server says of our messages (XEP-0198 §4), among the other things it says.
class AcknowledgementTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final int MESSAGES = 200;

    @Test
    void anAcknowledgementIsToldBeforeWhatTheServerSaidAfterIt() {
        Script answering =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.acknowledge(false);
                                    for (int i = 0; i < MESSAGES; i++) {
                                        connection.expect("/message[body='" + i + "']");
                                        connection.send(
                                                """
                                                <a xmlns='urn:xmpp:sm:3' h='{h}'/>\
                                                <message from='bert@hearth.example' id='b-%d'>\
                                                <body>%d</body></message>\
                                                """
                                                        .formatted(i, i));
                                    }
                                });
        try (var server = ScriptedServer.start(answering);
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            for (int i = 0; i < MESSAGES; i++) {
                say(link, String.valueOf(i));
            }
            var inOrder = IntStream.range(0, MESSAGES).mapToObj(String::valueOf).toList();
            link.heard().awaitEvents(MessageAcknowledged.class, MESSAGES);
            link.heard().awaitEvents(MessageArrived.class, MESSAGES);
            assertThat(link.heard().events().stream().flatMap(AcknowledgementTest::word).toList())
                    .isEqualTo(
                            inOrder.stream()
                                    .flatMap(each -> Stream.of("ack " + each, "said " + each))
                                    .toList());
            assertThat(link.faults()).isEmpty();
        }
    }

    /// Of what a server says that can't be, nothing holds: in another session they are uncertain.
    @Test
    void moreThanWasSentIsNothing() {
        Script lying =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.acknowledge(false);
                                    connection.expect("/message[body='2']");
                                    connection.send("<a xmlns='urn:xmpp:sm:3' h='9'/>");
                                });
        try (var server = ScriptedServer.start(lying, Script.beginAnew(ANNA));
                var link = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            say(link, "1");
            say(link, "2");
            assertThat(link.await(MessagesUncertain.class).ids()).containsExactly("1", "2");
            assertThat(link.heard().events(MessageAcknowledged.class)).isEmpty();
        }
    }

    private static Stream<String> word(XmppEvent event) {
        return switch (event) {
            case MessageAcknowledged(var id) -> Stream.of("ack " + id);
            case MessageArrived(var message)
                    when message.content() instanceof Content.Text(var body, _, _, _) ->
                    Stream.of("said " + body);
            default -> Stream.of();
        };
    }

    private static void say(TestLink link, String text) {
        var chat = new ChatKey(link.link().account(), ANNA.jid());
        var messages = link.extensions().rfc6121Messages();
        assertThat(
                        messages.send(
                                link.link(), chat, Chat.Kind.CONTACT, text, new Content.Text(text)))
                .isTrue();
    }
}
