package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.ConnectionState.Online;
import kith.model.Content;
import kith.xmpp.XmppEvent.MessageArrived;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.Jid;

import java.time.Duration;
import java.util.List;

/// What a stranger can send us through a good server: nothing of it shows, ends the connection, or
/// keeps a friend's message back.
class HostilePeerTest {

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void strangersCanDoNothing(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var evil = server.newAccount("evil");
        var bob = server.newAccount("bob");
        try (var friend = LabUser.signIn(server, bob);
                var link = TestLink.online(server, alice)) {
            var us = link.address();
            var before = link.heard().states();
            for (var xml : attacks(evil.jid(), us)) {
                server.route(xml);
            }
            friend.say(us, "still there?");
            var arrived = link.await(MessageArrived.class).message();
            assertThat(arrived.content()).isEqualTo(new Content.Text("still there?"));
            assertThat(link.heard().states()).isEqualTo(before);
            assertThat(link.heard().awaitState(Online.class).address().toString())
                    .isEqualTo(us.toString());
            assertThat(link.faults()).isEmpty();
            roundTrips(server, link, friend);
        }
    }

    /// Requests of ours are still answered, and ones to us too.
    private static void roundTrips(XmppServer server, TestLink link, LabUser friend) {
        for (int i = 0; i < 30; i++) {
            server.route(
                    "<iq xmlns='jabber:client' type='set' id='j%d' from='%s' to='%s'>"
                                    .formatted(i, friend.jid(), link.address())
                            + "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate'"
                            + " sid='s'/></iq>");
        }
        var answer = link.link().ask(kith.xmpp.xep.Xep0199Ping.toServer()).toCompletableFuture();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(answer::isDone);
        assertThat(answer).isCompleted();
    }

    private static List<String> attacks(Jid evil, Jid us) {
        var begin = "<%s xmlns='jabber:client' from='" + evil + "/x' to='" + us + "' ";
        var message = begin.formatted("message");
        var iq = begin.formatted("iq") + "type='set' id='e' ";
        var inner =
                "<message xmlns='jabber:client' from='friend@far.example' to='%s' type='chat'>"
                                .formatted(us)
                        + "<body>forged</body></message>";
        var forwarded = "<forwarded xmlns='urn:xmpp:forward:0'>" + inner + "</forwarded>";
        return List.of(
                iq + "><si xmlns='http://jabber.org/protocol/si' profile='x'/></iq>",
                iq + "><query xmlns='jabber:iq:roster'><item jid='evil@far.example'/></query></iq>",
                message
                        + "><received xmlns='urn:xmpp:carbons:2'>"
                        + forwarded
                        + "</received></message>",
                message
                        + "><result xmlns='urn:xmpp:mam:2' id='1'>"
                        + forwarded
                        + "</result></message>",
                message
                        + "type='chat'><deep xmlns='urn:x'>"
                        + "<a>".repeat(300)
                        + "</a>".repeat(300)
                        + "</deep></message>",
                message + "type='chat'><wide xmlns='urn:x' " + attributes(300) + "/></message>",
                message + "type='chat'><x xmlns='" + "u".repeat(1_500) + "'/></message>",
                message + "type='error' id='none'><error/></message>",
                begin.formatted("presence") + "type='error'/>");
    }

    private static String attributes(int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("a").append(i).append("='1' ");
        }
        return all.toString();
    }
}
