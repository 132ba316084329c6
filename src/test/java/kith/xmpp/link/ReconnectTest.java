package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.LabUser;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState.Connecting;
import kith.model.ConnectionState.Offline;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Waiting;
import kith.model.Content;
import kith.model.Refusal;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessagesUncertain;
import kith.xmpp.xep.Xep0199Ping;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/// Losing connections, resuming sessions and beginning new ones.
class ReconnectTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aCutSessionIsResumedAndLosesNothing(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var other = LabUser.signIn(server, bob);
                var link = new TestLink(server.ca())) {
            link.link().open(TestLink.signIn(alice, proxy.address()));
            link.heard().awaitState(Online.class);
            assertThat(say(link, bob.jid(), "before")).isTrue();
            proxy.breakAll(Fault.Break.RESET_CLIENT);
            awaitOnline(link, 2);
            assertThat(say(link, bob.jid(), "after")).isTrue();
            other.awaitMessage("before");
            other.awaitMessage("after");
            link.heard().awaitEvents(MessageAcknowledged.class, 2);
            assertThat(other.heard()).hasSize(2);
            assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, true);
            assertThat(link.heard().events(MessagesUncertain.class)).isEmpty();
            assertThat(link.heard().states())
                    .extracting(state -> (Object) state.getClass())
                    .containsSequence(Online.class, Waiting.class, Connecting.class, Online.class);
            assertThat(link.faults()).isEmpty();
        }
    }

    @Test
    void whatASessionThatIsGoneDidNotAcknowledgeIsUncertainInOrder() {
        Script deaf =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.acknowledge(false);
                                    connection.expect("/message[body='3']");
                                    connection.reset();
                                });
        try (var server = ScriptedServer.start(deaf, Script.refuseResumption(ANNA, ""));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            for (var text : List.of("1", "2", "3")) {
                assertThat(say(link, ANNA.jid(), text)).isTrue();
            }
            var unanswered = link.link().ask(Xep0199Ping.toServer());
            awaitOnline(link, 2);
            assertThat(link.await(MessagesUncertain.class).ids())
                    .containsExactly("id-1", "id-2", "id-3");
            assertThat(reason(unanswered)).isEqualTo(Refusal.Reason.OFFLINE);
            assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, false);
            assertThat(server.heard())
                    .as("nothing is sent again behind our back")
                    .noneMatch(each -> each.connection() == 1 && each.matches("/message"));
        }
    }

    /// What it brought before may have been lost on the way to the store (F19).
    @Test
    void aSessionThatIsGivenUpWhileItComesBackIsNotGoneOnWith() {
        var giveUp = new AtomicReference<Runnable>(() -> {});
        Script cut =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.reset();
                                });
        Script late =
                connection -> {
                    connection.startTls();
                    connection.authenticate(ANNA);
                    connection.offerSession();
                    var resume = connection.expect("/resume");
                    giveUp.get().run();
                    resume.reply("<resumed xmlns='urn:xmpp:sm:3' previd='{previd}' h='{h}'/>");
                };
        try (var server = ScriptedServer.start(cut, late, Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            giveUp.set(link.link()::giveUp);
            link.link().ask(Xep0199Ping.toServer());
            awaitOnline(link, 2);
            assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, false);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(link.faults()).isEmpty();
        }
    }

    /// Smack alone would go on waiting for the resource (F14).
    @Test
    void aStreamErrorInPlaceOfAResourceIsHeardAtOnce() {
        Script leaving =
                connection -> {
                    connection.startTls();
                    connection.authenticate(ANNA);
                    connection.offerSession();
                    connection.expect("/iq/bind");
                    connection.streamError("system-shutdown");
                };
        try (var server = ScriptedServer.start(leaving, Script.signIn(ANNA));
                var link = open(server)) {
            assertThat(link.heard().awaitState(Waiting.class).problem().kind())
                    .isEqualTo(Kind.SERVER_SHUTDOWN);
            link.link().retryNow();
            link.heard().awaitState(Online.class);
            assertThat(link.faults()).isEmpty();
        }
    }

    @Test
    void aRequestSurvivesAResumption() throws Exception {
        Script cut =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.reset();
                                });
        Script back =
                Script.resume(ANNA)
                        .then(
                                connection ->
                                        connection.whenever(
                                                "/iq/ping", "<iq type='result' id='{id}'/>"));
        try (var server = ScriptedServer.start(cut, back);
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            var answer = link.link().ask(Xep0199Ping.toServer());
            awaitOnline(link, 2);
            server.send(
                    "<iq type='result' id='%s'/>"
                            .formatted(server.awaitHeard("/iq/ping/..").attribute("id")));
            assertThat(TestLink.await(answer).getError()).isNull();
        }
    }

    @Test
    void aStanzaThatBrokeOffIsNotCountedAsReceived() {
        Script cut =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.send("<message from='bert@hearth.example' id='1'");
                                    connection.send("><body>whole</body></message>");
                                    connection.send("<message from='bert@hearth.example' id='2'>");
                                    connection.send("<body>in two pie");
                                    connection.closeConnection();
                                });
        try (var server = ScriptedServer.start(cut, Script.resume(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            awaitOnline(link, 2);
            assertThat(link.await(MessageArrived.class).message().content())
                    .isEqualTo(new Content.Text("whole"));
            assertThat(server.awaitHeard("/resume").attribute("h")).isEqualTo("1");
        }
    }

    /// By a new session; the old one may be asked for first, where the end of the line is noticed
    /// before the end of the stream.
    @Test
    void aServerThatClosesTheStreamIsComeBackTo() {
        Script closing =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.closeStream();
                                });
        try (var server = ScriptedServer.start(closing, Script.beginAnew(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            awaitOnline(link, 2);
            assertThat(onlines(link).getLast().resumed()).isFalse();
        }
    }

    @Test
    void offlineNothingIsSentAndQuestionsFail() {
        try (var link = new TestLink(LabCa.shared())) {
            assertThat(say(link, ANNA.jid(), "1")).isFalse();
            assertThat(reason(link.link().ask(Xep0199Ping.toServer())))
                    .isEqualTo(Refusal.Reason.OFFLINE);
            assertThat(link.heard().events()).isEmpty();
        }
    }

    @Test
    void closingWhileItConnectsEndsIt() {
        try (var server = ScriptedServer.start(Script.silence());
                var link = open(server)) {
            link.heard().awaitState(Connecting.class);
            Awaitility.await().until(() -> server.connections() == 1);
            link.link().close();
            link.heard().awaitState(Offline.class);
            assertThat(link.heard().states()).containsExactly(new Connecting(), new Offline());
        }
    }

    @Test
    void otherCredentialsBeginAnew() {
        var bert = ScriptedServer.account("bert");
        try (var server = ScriptedServer.start(Script.signIn(ANNA), Script.signIn(bert));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().open(TestLink.signIn(bert, server.address()));
            awaitOnline(link, 2);
            assertThat(link.address().asBareJid().toString()).isEqualTo(bert.jid().toString());
        }
    }

    /// As after sleep, when the line is dead and nobody has said so (F07).
    @Test
    void aLineThatIsDeadIsNoticedAtOnceByWhoLooks() {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var link = new TestLink(server.ca())) {
            link.link().open(TestLink.signIn(alice, proxy.address()));
            link.heard().awaitState(Online.class);
            proxy.breakAll(Fault.Break.STALL);
            link.link().lookAgain();
            awaitOnline(link, 2);
            assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, true);
        }
    }

    /// As when the network is back (F08).
    @Test
    void whoWaitsForTheNextAttemptTriesAtOnceWhenToldToLook() {
        Script refusing = connection -> connection.reset();
        try (var server =
                        ScriptedServer.start(
                                refusing, refusing, refusing, refusing, Script.signIn(ANNA));
                var link = open(server)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                link.link().lookAgain();
                                return !onlines(link).isEmpty();
                            });
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void retryingNowDoesNotWait() {
        Script refusing = connection -> connection.reset();
        try (var server =
                        ScriptedServer.start(
                                refusing,
                                refusing,
                                refusing,
                                refusing,
                                refusing,
                                Script.signIn(ANNA));
                var link = open(server)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                link.link().retryNow();
                                return !onlines(link).isEmpty();
                            });
            assertThat(server.connections()).isEqualTo(6);
        }
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }

    private static boolean say(TestLink link, BareJid to, String text) {
        return link.extensions()
                .rfc6121Messages()
                .send(
                        link.link(),
                        new ChatKey(link.link().account(), to),
                        Chat.Kind.CONTACT,
                        "id-" + text,
                        new Content.Text(text));
    }

    private static void awaitOnline(TestLink link, int times) {
        Awaitility.await("online for the " + times + ". time")
                .atMost(Duration.ofSeconds(40))
                .until(() -> onlines(link).size() >= times);
    }

    private static List<Online> onlines(TestLink link) {
        return link.heard().states().stream()
                .filter(Online.class::isInstance)
                .map(Online.class::cast)
                .toList();
    }

    private static Refusal.Reason reason(CompletionStage<?> refused) {
        try {
            refused.toCompletableFuture()
                    .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            throw new AssertionError("was answered");
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RefusedException why) {
                return why.refusal().reason();
            }
            throw failure;
        }
    }
}
