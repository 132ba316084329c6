package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.LabCertificate;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Stopped;
import kith.model.ConnectionState.Waiting;
import kith.model.ServerAddress;
import kith.xmpp.SignIn;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Everything that can go wrong when signing in and staying there, each brought about (F11, F12,
/// F14).
class ProblemsTest {

    private static final String HOST = "hearth.example";
    private static final LabAccount ANNA = ScriptedServer.account("anna");

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aWrongPasswordStops(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        try (var link = new TestLink(server.ca())) {
            link.link().open(TestLink.signIn(alice.jid(), "guess", server.address()));
            var stopped = link.heard().awaitState(Stopped.class);
            assertThat(stopped.problem().kind()).isEqualTo(Kind.WRONG_PASSWORD);
            link.link().open(TestLink.signIn(alice, server.address()));
            link.heard().awaitState(Online.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not-authorized, WRONG_PASSWORD",
        "account-disabled, WRONG_PASSWORD",
        "mechanism-too-weak, NO_COMMON_MECHANISM",
        "temporary-auth-failure, CONNECTION_LOST",
    })
    void refusedSignInsSayWhy(String condition, Kind kind) {
        try (var server = ScriptedServer.start(Script.refuseSignIn(condition))) {
            assertThat(problemOf(server).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.invalid", "not..a.name"})
    void anUnknownHostWaits(String host) {
        var nowhere = new ServerAddress.Given(host, 5222);
        try (var link = new TestLink(LabCa.shared())) {
            link.link()
                    .open(
                            new SignIn(
                                    ANNA.jid(),
                                    ANNA.password(),
                                    nowhere,
                                    Optional.empty(),
                                    "kith-test"));
            var waiting = link.heard().awaitState(Waiting.class);
            assertThat(waiting.problem().kind()).isEqualTo(Kind.UNKNOWN_HOST);
        }
    }

    @Test
    void aDomainThatDnsDoesNotKnowWaits() {
        var anna = JidCreate.entityBareFromOrThrowUnchecked("anna@nowhere.invalid");
        try (var link = new TestLink(LabCa.shared())) {
            link.link()
                    .open(
                            new SignIn(
                                    anna,
                                    "x",
                                    new ServerAddress.ByDomain(),
                                    Optional.empty(),
                                    "kith-test"));
            var waiting = link.heard().awaitState(Waiting.class);
            assertThat(waiting.problem().kind()).isEqualTo(Kind.UNKNOWN_HOST);
        }
    }

    @Test
    void aPortWhereNobodyListensWaits() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var closed = new ServerAddress.Given("127.0.0.1", port);
        try (var link = new TestLink(LabCa.shared())) {
            link.link()
                    .open(
                            new SignIn(
                                    ANNA.jid(),
                                    ANNA.password(),
                                    closed,
                                    Optional.empty(),
                                    "kith-test"));
            var waiting = link.heard().awaitState(Waiting.class);
            assertThat(waiting.problem().kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void aServerThatSaysNothingTimesOutAndIsTriedAgain() {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        try (var server = ScriptedServer.start(Script.silence());
                var link = new TestLink(trust, Duration.ofMillis(200))) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            var waiting = link.heard().awaitState(Waiting.class);
            assertThat(waiting.problem().kind()).isEqualTo(Kind.TIMED_OUT);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.connections() > 1);
        }
    }

    @Test
    void h30WithoutTlsNothingIsToldAndItStops() {
        try (var server = ScriptedServer.start(Script.withoutTls())) {
            assertThat(problemOf(server).kind()).isEqualTo(Kind.NO_TLS);
            assertThat(server.clearText()).doesNotContain("<auth");
        }
        try (var server = ScriptedServer.start(Script.refuseTls())) {
            assertThat(problemOf(server).kind()).isEqualTo(Kind.NO_TLS);
            assertThat(server.clearText()).doesNotContain("<auth");
        }
    }

    @Test
    void h33AnExpiredCertificateStops() {
        var expired = LabCa.shared().issueExpired(HOST);
        assertThat(problemWith(expired).kind()).isEqualTo(Kind.CERTIFICATE_EXPIRED);
    }

    @Test
    void h33ACertificateOfTomorrowStops() {
        var early = LabCa.shared().issueNotYetValid(HOST);
        assertThat(problemWith(early).kind()).isEqualTo(Kind.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void h33ACertificateForAnotherHostStops() {
        var others = LabCa.shared().issue("other.example", "127.0.0.1", "localhost");
        assertThat(problemWith(others).kind()).isEqualTo(Kind.CERTIFICATE_FOR_OTHER_NAME);
    }

    @Test
    void h33ACertificateThatNobodyVouchesForStops() {
        var own = LabCa.shared().selfSigned(HOST);
        assertThat(problemWith(own).kind()).isEqualTo(Kind.CERTIFICATE_NOT_TRUSTED);
        var strangers = new LabCa().issue(HOST);
        assertThat(problemWith(strangers).kind()).isEqualTo(Kind.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void aCertificateThatCanNotBeCheckedStops() {
        var nobody = Path.of("no", "such", "bundle.pem");
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = new TestLink(TrustedCertificates.ofBundle(nobody))) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            assertThat(problemOf(link).kind()).isEqualTo(Kind.BAD_CERTIFICATE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "host-unknown, NOT_THIS_DOMAIN",
        "policy-violation, POLICY_VIOLATION",
        "system-shutdown, SERVER_SHUTDOWN",
        "not-well-formed, PROTOCOL_ERROR",
    })
    void streamErrorsAtTheBeginningSayWhy(String condition, Kind kind) {
        try (var server = ScriptedServer.start(Script.streamError(condition))) {
            assertThat(problemOf(server).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "conflict, REPLACED",
        "reset, CONNECTION_LOST",
        "system-shutdown, SERVER_SHUTDOWN",
        "policy-violation, POLICY_VIOLATION",
        "not-well-formed, NOT_READ",
    })
    void streamErrorsInASessionSayWhy(String condition, Kind kind) {
        Script ending =
                connection -> {
                    connection.expect("/iq/ping");
                    connection.streamError(condition);
                };
        try (var server = ScriptedServer.start(Script.signIn(ANNA).then(ending), Script.silence());
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(kith.xmpp.xep.Xep0199Ping.toServer());
            assertThat(problemOf(link).kind()).isEqualTo(kind);
        }
    }

    @Test
    void someoneElseWithOurResourceReplacesUs() {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        try (var first = TestLink.online(server, alice);
                var second = TestLink.online(server, alice)) {
            assertThat(second.address().getResourcepart().toString()).isEqualTo("kith-test");
            assertThat(first.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.REPLACED);
        }
    }

    /// As of a captive portal that answers in a server's place (F09).
    @Test
    void whatIsNoXmppIsAProtocolError() {
        Script babble = connection -> connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
        try (var server = ScriptedServer.start(babble)) {
            assertThat(problemOf(server).kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        }
    }

    private static ConnectionProblem problemWith(LabCertificate certificate) {
        try (var server = ScriptedServer.start(certificate, Script.signIn(ANNA))) {
            return problemOf(server);
        }
    }

    private static ConnectionProblem problemOf(ScriptedServer server) {
        try (var link = open(server)) {
            return problemOf(link);
        }
    }

    private static ConnectionProblem problemOf(TestLink link) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> firstProblem(link), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<ConnectionProblem> firstProblem(TestLink link) {
        return link.heard().states().stream()
                .flatMap(
                        state ->
                                switch (state) {
                                    case Waiting waiting -> Optional.of(waiting.problem()).stream();
                                    case Stopped stopped -> Optional.of(stopped.problem()).stream();
                                    default -> Optional.<ConnectionProblem>empty().stream();
                                })
                .findFirst();
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }
}
