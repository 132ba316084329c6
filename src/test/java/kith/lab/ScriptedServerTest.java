package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.ping.PingManager;
import org.junit.jupiter.api.Test;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.util.Base64;
import java.util.List;

/// The scripted server against a client that isn't Kith.
class ScriptedServerTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");

    @Test
    void bringsAClientToASession() throws Exception {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var anna = signIn(server)) {
            assertThat(anna.jid().toString()).isEqualTo("anna@hearth.example/lab");
            assertThat(anna.connection().isSmEnabled()).isTrue();
            assertThat(PingManager.getInstanceFor(anna.connection()).pingMyServer()).isTrue();
        }
    }

    @Test
    void expectsThisAndRepliesThat() {
        Script script =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    var question = connection.expect("/message[body='Who am I?']");
                                    assertThat(question.heard().attribute("type"))
                                            .isEqualTo("chat");
                                    question.reply(
                                            "<message from='{to}' to='{jid}' type='chat'><body>You"
                                                    + " are {jid}</body></message>");
                                });
        try (var server = ScriptedServer.start(script);
                var anna = signIn(server)) {
            anna.say(anna.jid(), "Who am I?");
            anna.awaitMessage("You are anna@hearth.example/lab");
        }
    }

    @Test
    void saysWhatTheTestWantsInBetween() {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var anna = signIn(server)) {
            server.send(
                    "<message from='{host}' to='{jid}'"
                            + " type='chat'><body>&lt;Hello&gt;</body></message>");
            anna.awaitMessage("<Hello>");
        }
    }

    @Test
    void hearsNoPasswordInClear() {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var anna = signIn(server)) {
            assertThat(server.heard())
                    .anyMatch(heard -> heard.matches("/auth") && heard.underTls());
            assertThat(server.clearText())
                    .contains("<starttls")
                    .doesNotContain("<auth", ANNA.password(), base64(ANNA.password()))
                    .doesNotContain(base64("anna"));
            assertThat(anna.connection().isSecureConnection()).isTrue();
        }
    }

    @Test
    void countsStanzasAsStreamManagementWants() {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var anna = signIn(server)) {
            server.awaitHeard("/presence"); // may still be on its way
            long before = server.counters().handled();
            anna.say(anna.jid(), "one");
            anna.say(anna.jid(), "two");
            await().until(() -> server.counters().handled() == before + 2);

            long sent = server.counters().sent();
            server.send(
                    "<message from='{host}' to='{jid}'><body>three</body></message><r"
                            + " xmlns='urn:xmpp:sm:3'/>");
            await().until(() -> server.counters().acknowledged() == sent + 1);
        }
    }

    @Test
    void resumesASession() throws Exception {
        try (var server = ScriptedServer.start(Script.signIn(ANNA), Script.resume(ANNA));
                var anna = signIn(server)) {
            anna.vanish();
            anna.connection().connect();
            anna.connection().login();
            anna.say(anna.jid(), "back again");

            server.awaitHeard("/message[body='back again']");
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.heard())
                    .noneMatch(heard -> heard.connection() == 1 && heard.matches("/iq/bind"));
        }
    }

    @Test
    void refusesToResumeASession() throws Exception {
        try (var server = ScriptedServer.start(Script.signIn(ANNA), Script.refuseResumption(ANNA));
                var anna = signIn(server)) {
            anna.vanish();
            anna.connection().connect();
            anna.connection().login();

            assertThat(server.heard())
                    .anyMatch(heard -> heard.connection() == 1 && heard.matches("/resume"))
                    .anyMatch(heard -> heard.connection() == 1 && heard.matches("/iq/bind"));
        }
    }

    @Test
    void aWrongPasswordIsFoundOut() {
        var other = new LabAccount(ANNA.jid(), "battery staple");
        try (var server = ScriptedServer.start(Script.signIn(other))) {
            assertThatThrownBy(() -> signIn(server))
                    .rootCause()
                    .isInstanceOf(SASLErrorException.class)
                    .hasMessageContaining("not-authorized");
        }
    }

    @Test
    void signingInIsRefusedForAnyReason() {
        try (var server = ScriptedServer.start(Script.refuseSignIn("account-disabled"))) {
            assertThatThrownBy(() -> signIn(server))
                    .rootCause()
                    .isInstanceOf(SASLErrorException.class)
                    .hasMessageContaining("account-disabled");
        }
    }

    @Test
    void anUnknownHostIsRefused() {
        try (var server = ScriptedServer.start(Script.streamError("host-unknown"))) {
            assertThatThrownBy(() -> signIn(server))
                    .rootCause()
                    .isInstanceOf(StreamErrorException.class)
                    .hasMessageContaining("host-unknown");
        }
    }

    @Test
    void withoutTlsAClientSaysNothingMore() {
        for (var script : List.of(Script.withoutTls(), Script.refuseTls())) {
            try (var server = ScriptedServer.start(script)) {
                assertThatThrownBy(() -> signIn(server)).isInstanceOf(IllegalStateException.class);
                assertThat(server.clearText()).contains("<stream:stream").doesNotContain("<auth");
            }
        }
    }

    @Test
    void aBadCertificateIsRefused() {
        var expired = LabCa.shared().issueExpired("hearth.example");
        try (var server = ScriptedServer.start(expired, Script.signIn(ANNA))) {
            assertThatThrownBy(() -> signIn(server))
                    .hasRootCauseInstanceOf(CertificateExpiredException.class);
        }
    }

    @Test
    void silenceIsHeardAndNotAnswered() throws Exception {
        try (var server = ScriptedServer.start(Script.silence());
                var socket =
                        new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.getOutputStream().write("<stream:stream>".getBytes(StandardCharsets.US_ASCII));
            server.awaitHeard("/*[name()='stream:stream']");
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aScriptThatFailsFailsTheTest() {
        Script wrong =
                Script.signIn(ANNA)
                        .then(
                                connection ->
                                        assertThat(
                                                        connection
                                                                .expect("/message")
                                                                .heard()
                                                                .value("//body"))
                                                .isEqualTo("please"));
        var server = ScriptedServer.start(wrong);
        try (var anna = signIn(server)) {
            anna.say(anna.jid(), "now!");
            await().until(() -> !anna.connection().isConnected());
        }
        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("please");
    }

    private static LabUser signIn(ScriptedServer server) {
        return LabUser.signIn(ANNA, server.address(), LabCa.shared(), "lab");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
