package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;

/// That a server keeps what it had when it ends and comes back, and is gone when it is closed.
class ServerLifeTest {

    private static final Instant LAST_YEAR = Instant.parse("2025-04-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    void keepsItsDataOverRestartAndCrash(ServerKind kind) {
        try (var server = kind.start(ServerProfile.NORMAL)) {
            var anna = server.newAccount("anna");
            var berta = server.newAccount("berta");
            var past = PastStanza.chat(berta.jid(), anna.jid(), LAST_YEAR, "Remember this");
            server.fillArchive(anna.jid(), List.of(past));

            server.restart();
            assertThat(bodies(server, anna)).containsExactly("Remember this");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.resume();
            assertThat(bodies(server, anna)).containsExactly("Remember this");
            LabUser.signIn(server, anna).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGoneWhenClosed(ServerKind kind) {
        var server = kind.start(ServerProfile.NORMAL);
        server.close();

        assertThat(server.isRunning()).isFalse();
        assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
    }

    private static void connect(XmppServer server) throws Exception {
        var address = server.address();
        new Socket(address.getAddress(), address.getPort()).close();
    }

    private static List<String> bodies(XmppServer server, LabAccount owner) {
        return server.archiveOf(owner.jid()).stream().map(ArchivedMessage::body).toList();
    }
}
