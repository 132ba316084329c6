package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedConnection;
import kith.lab.ScriptedServer;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState.Connecting;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Stopped;
import kith.model.ConnectionState.Waiting;
import kith.model.ServerAddress;
import kith.xmpp.xep.Xep0199Ping;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Servers that send us to another (`see-other-host`, RFC 6120 §4.9.3.19).
class RedirectTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");

    @ParameterizedTest
    @CsvSource({
        "other.example, other.example, 5222",
        "other.example:5269, other.example, 5269",
        "' 192.0.2.1:80 ', 192.0.2.1, 80",
        "[2001:db8::1]:5223, 2001:db8::1, 5223",
        "[2001:db8::1], 2001:db8::1, 5222",
    })
    void readsAnAddress(String text, String host, int port) {
        assertThat(Redirect.parse(text)).contains(new ServerAddress.Given(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "host:port",
                "host:99999",
                "host:0",
                "u@host",
                "host/x",
                "::"
            })
    void whatIsNoAddressLeadsNowhere(String text) {
        assertThat(Redirect.parse(text)).isEmpty();
    }

    @Test
    void itIsFollowedAtOnce() {
        try (var other = ScriptedServer.start(Script.signIn(ANNA));
                var server =
                        ScriptedServer.start(
                                Script.signIn(ANNA)
                                        .then(
                                                connection -> {
                                                    connection.expect("/iq/ping");
                                                    sendTo(other).play(connection);
                                                }));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            Awaitility.await().until(() -> states(link).size() == 4);
            assertThat(states(link))
                    .containsExactly(
                            Connecting.class, Online.class, Connecting.class, Online.class);
            assertThat(other.connections()).isEqualTo(1);
        }
    }

    @Test
    void itIsFollowedWhileSigningIn() {
        try (var other = ScriptedServer.start(Script.signIn(ANNA));
                var server = ScriptedServer.start(redirectTo(other));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(other.connections()).isEqualTo(1);
        }
    }

    /// H43: anybody on the way could say so.
    @Test
    void beforeTlsItIsNotFollowed() {
        try (var other = ScriptedServer.start(Script.signIn(ANNA));
                var server =
                        ScriptedServer.start(
                                connection -> {
                                    connection.openStream(
                                            "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
                                    connection.expect("/starttls");
                                    sendTo(other).play(connection);
                                },
                                Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(other.connections()).isZero();
            assertThat(link.heard().states()).anyMatch(Waiting.class::isInstance);
        }
    }

    /// H43: the certificate still has to be one of the account's domain; else it is as if the other
    /// one weren't there.
    @Test
    void whoeverItIsMustBeTheDomain() {
        var stranger = new LabCa().issue("hearth.example");
        try (var other = ScriptedServer.start(stranger, ScriptedConnection::startTls);
                var server = ScriptedServer.start(redirectTo(other), Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(other.connections()).isEqualTo(1);
            assertThat(other.heard()).noneMatch(each -> each.matches("/auth"));
            assertThat(states(link))
                    .containsExactly(
                            Connecting.class, Waiting.class, Connecting.class, Online.class);
        }
    }

    @Test
    void aPasswordThatIsRefusedThereIsNotTriedAgain() {
        try (var other = ScriptedServer.start(Script.refuseSignIn("not-authorized"));
                var server = ScriptedServer.start(redirectTo(other));
                var link = open(server)) {
            assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.WRONG_PASSWORD);
        }
    }

    @Test
    void whoIsReplacedThereStaysAway() {
        Script replacing =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/iq/ping");
                                    connection.streamError("conflict");
                                });
        try (var other = ScriptedServer.start(replacing);
                var server = ScriptedServer.start(redirectTo(other));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.REPLACED);
        }
    }

    /// H43: one that sends us on and on.
    @Test
    void onlyOneIsFollowedBeforeTheNextWait() {
        var self = new AtomicReference<ScriptedServer>();
        Script toItself =
                connection -> {
                    beginTo(connection);
                    sendTo(self.get()).play(connection);
                };
        try (var server = ScriptedServer.start(toItself, toItself, Script.signIn(ANNA))) {
            self.set(server);
            try (var link = open(server)) {
                link.heard().awaitState(Online.class);
                assertThat(states(link))
                        .containsExactly(
                                Connecting.class, Waiting.class, Connecting.class, Online.class);
            }
        }
    }

    /// Up to the stream that comes after TLS.
    private static void beginTo(ScriptedConnection connection) throws IOException {
        connection.startTls();
        connection.openStream();
    }

    private static List<Object> states(TestLink link) {
        return link.heard().states().stream().map(state -> (Object) state.getClass()).toList();
    }

    /// Sends whoever comes to the other, after TLS.
    private static Script redirectTo(ScriptedServer other) {
        return connection -> {
            beginTo(connection);
            sendTo(other).play(connection);
        };
    }

    private static Script sendTo(ScriptedServer other) {
        return connection -> {
            connection.send(
                    """
                    <stream:error><see-other-host \
                    xmlns='urn:ietf:params:xml:ns:xmpp-streams'>127.0.0.1:%d\
                    </see-other-host></stream:error>\
                    """
                            .formatted(other.address().getPort()));
            connection.closeStream();
        };
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }
}
