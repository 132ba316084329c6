package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.regex.Pattern;

/// The proxy between real clients and real servers.
@ParameterizedClass
@EnumSource
class FaultProxyXmppTest {

    private final XmppServer server;
    private final LabAccount anna;
    private final LabAccount berta;

    FaultProxyXmppTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        anna = server.newAccount("anna");
        berta = server.newAccount("berta");
    }

    @Test
    void tlsPassesThroughAsItIs() {
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var a = signIn(anna, proxy);
                var b = LabUser.signIn(server, berta)) {
            a.say(b.jid(), "Hello");
            b.awaitMessage("Hello");
            assertThat(proxy.passed(Direction.TO_SERVER)).isPositive();
            assertThat(proxy.connections().getFirst().transcript()).isEmpty();
        }
    }

    @Test
    void endingTlsItSeesAndRecordsStanzas() {
        try (var proxy = FaultProxy.endingTls(server, FaultPlan.none());
                var a = signIn(anna, proxy);
                var b = LabUser.signIn(server, berta)) {
            a.say(b.jid(), "Hello");
            b.awaitMessage("Hello");
            b.say(a.jid(), "Hello yourself");
            a.awaitMessage("Hello yourself");

            var transcript = proxy.connections().getFirst().transcript();
            assertThat(transcript)
                    .extracting(ProxiedConnection.Passed::direction)
                    .contains(Direction.TO_SERVER, Direction.TO_CLIENT);
            assertThat(transcript)
                    .extracting(ProxiedConnection.Passed::xml)
                    .anyMatch(xml -> xml.startsWith("<starttls"))
                    .anyMatch(xml -> xml.startsWith("<auth"))
                    .anyMatch(xml -> xml.startsWith("<message") && xml.contains(">Hello<"))
                    .anyMatch(
                            xml -> xml.contains(">Hello yourself<") && xml.endsWith("</message>"));
        }
    }

    @Test
    void theConnectionBreaksJustBeforeAStanza() {
        try (var proxy = FaultProxy.endingTls(server, FaultPlan.none());
                var a = signIn(anna, proxy);
                var b = LabUser.signIn(server, berta)) {
            proxy.arm(
                    new Fault(
                            Direction.TO_SERVER,
                            new Fault.BeforeStanza("<body>two</body>"),
                            Fault.Break.RESET));
            a.say(b.jid(), "one");
            b.awaitMessage("one");
            a.say(b.jid(), "two");

            await().until(() -> !a.connection().isConnected());
            assertThat(bodiesIn(anna)).containsExactly("one");
        }
    }

    @Test
    void theConnectionBreaksJustAfterAStanza() {
        try (var proxy = FaultProxy.endingTls(server, FaultPlan.none());
                var a = signIn(anna, proxy);
                var b = LabUser.signIn(server, berta)) {
            proxy.arm(
                    new Fault(
                            Direction.TO_SERVER,
                            new Fault.AfterPattern(
                                    Pattern.compile("<body>two</body>.*?</message>")),
                            Fault.Break.FIN));
            a.say(b.jid(), "one");
            a.say(b.jid(), "two");

            b.awaitMessage("two");
            await().until(() -> !a.connection().isConnected());
        }
    }

    @Test
    void aResetTowardsTheClientLeavesTheServerUnaware() {
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var a = signIn(anna, proxy);
                var b = LabUser.signIn(server, berta)) {
            proxy.breakAll(Fault.Break.RESET_CLIENT);

            await().until(() -> !a.connection().isConnected());
            // Still signed in there: a message to that very session isn't refused.
            b.say(a.jid(), "Are you there?");
            await().until(() -> bodiesIn(anna).contains("Are you there?"));
        }
    }

    private LabUser signIn(LabAccount account, FaultProxy proxy) {
        return LabUser.signIn(server, account, proxy.address(), "proxied");
    }

    private List<String> bodiesIn(LabAccount account) {
        return server.archiveOf(account.jid()).stream().map(ArchivedMessage::body).toList();
    }
}
