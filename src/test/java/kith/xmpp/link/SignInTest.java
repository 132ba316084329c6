package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.ScramServer;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState.Connecting;
import kith.model.ConnectionState.Offline;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Stopped;
import kith.model.ConnectionState.Waiting;
import kith.xmpp.xep.Xep0199Ping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Signing in to real servers.
class SignInTest {

    private static final LabAccount ANNA = ScriptedServer.account("anna");

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void signsInUnderTheWantedResourceAndSaysGoodbye(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        try (var link = TestLink.online(server, alice)) {
            var online = link.heard().awaitState(Online.class);
            assertThat(online.address().toString()).isEqualTo(alice.jid() + "/kith-test");
            assertThat(online.resumed()).isFalse();
            link.link().close();
            link.heard().awaitState(Offline.class);
            assertThat(link.heard().states())
                    .containsExactly(new Connecting(), online, new Offline());
            assertThat(link.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void signsInWithAPasswordOfOtherAlphabets(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var jid = server.newAccount("maria").jid();
        server.removeAccount(jid);
        var maria = server.addAccount(jid, "Pässwörd ☃ 'n\" <&>");
        try (var link = TestLink.online(server, maria)) {
            assertThat(link.address().asBareJid().toString()).isEqualTo(jid.toString());
        }
    }

    @Test
    void xep0352AServerThatOffersItHearsWhetherSomebodyIsThere() {
        Script offering =
                connection -> {
                    connection.startTls();
                    connection.authenticate(ANNA);
                    connection.openStream(
                            "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                                    + "<csi xmlns='urn:xmpp:csi:0'/>");
                    connection.awaitBind(ANNA);
                };
        try (var server = ScriptedServer.start(offering, Script.signIn(ANNA));
                var link = new TestLink(LabCa.shared());
                var plain = new TestLink(LabCa.shared())) {
            link.link().open(TestLink.signIn(ANNA, server.address()));
            link.heard().awaitState(Online.class);
            link.link().setActive(false);
            server.awaitHeard("/inactive");
            link.link().setActive(true);
            server.awaitHeard("/active");

            plain.link().open(TestLink.signIn(ANNA, server.address()));
            plain.heard().awaitState(Online.class);
            plain.link().setActive(false);
            plain.link().ask(Xep0199Ping.toServer()).toCompletableFuture().join();
            assertThat(server.heard())
                    .filteredOn(heard -> heard.connection() == 1)
                    .noneMatch(heard -> heard.matches("/inactive"));
        }
    }

    @Test
    void plainIsTheLastResortAndUnderTlsOnly() {
        Script plain =
                connection -> {
                    connection.startTls();
                    connection.openStream(mechanisms("PLAIN", "X-OTHER"));
                    connection
                            .expect("/auth[@mechanism='PLAIN']")
                            .reply("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
                    connection.bind(ANNA);
                };
        try (var server = ScriptedServer.start(plain);
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(server.clearText()).doesNotContain("<auth");
        }
    }

    @Test
    void theStrongestMechanismIsChosen() {
        Script choosy =
                connection -> {
                    connection.startTls();
                    connection.openStream(
                            mechanisms(
                                    "PLAIN",
                                    "DIGEST-MD5",
                                    "SCRAM-SHA-1",
                                    "EXTERNAL",
                                    "SCRAM-SHA-256",
                                    "ANONYMOUS"));
                    connection.expect("/auth[@mechanism='SCRAM-SHA-256']");
                    connection.closeStream();
                };
        try (var server = ScriptedServer.start(choosy);
                var link = open(server)) {
            link.heard().awaitState(Waiting.class);
        }
    }

    @Test
    void withoutACommonMechanismItStops() {
        Script strange =
                connection -> {
                    connection.startTls();
                    connection.openStream(mechanisms("DIGEST-MD5", "ANONYMOUS", "EXTERNAL"));
                };
        try (var server = ScriptedServer.start(strange);
                var link = open(server)) {
            assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.NO_COMMON_MECHANISM);
        }
    }

    @Test
    void h35AServerThatDoesNotProveItselfIsLeft() {
        Script cheating =
                connection -> {
                    connection.startTls();
                    connection.openStream(mechanisms("SCRAM-SHA-1"));
                    var scram = new ScramServer("SHA-1", "another password", 4_096);
                    var first = connection.expect("/auth");
                    first.reply(sasl("challenge", scram.challenge(first.saslText())));
                    connection.expect("/response").reply(sasl("success", "v=AAAA"));
                };
        try (var server = ScriptedServer.start(cheating);
                var link = open(server)) {
            assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.SERVER_NOT_AUTHENTIC);
        }
        Script silent =
                connection -> {
                    connection.startTls();
                    connection.openStream(mechanisms("SCRAM-SHA-1"));
                    connection
                            .expect("/auth")
                            .reply("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
                };
        try (var server = ScriptedServer.start(silent);
                var link = open(server)) {
            assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                    .isEqualTo(Kind.SERVER_NOT_AUTHENTIC);
        }
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }

    private static String mechanisms(String... names) {
        return Stream.of(names)
                .map("<mechanism>%s</mechanism>"::formatted)
                .collect(
                        Collectors.joining(
                                "",
                                "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>",
                                "</mechanisms>"));
    }

    private static String sasl(String name, String text) {
        var base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return "<%1$s xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>%2$s</%1$s>".formatted(name, base64);
    }
}
