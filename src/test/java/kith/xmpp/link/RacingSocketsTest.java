package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// Where a connection leads is known of what was connected to, and of nothing else (H53).
class RacingSocketsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void h53WhereTheServerIsIsKnownWithoutAProxy() throws IOException {
        try (var server = new ServerSocket(0, 1, HERE)) {
            var at = new InetSocketAddress(HERE, server.getLocalPort());
            var sockets =
                    new RacingSockets(
                            () -> List.of(at),
                            Duration.ofSeconds(10),
                            () -> {},
                            Thread::startVirtualThread);
            assertThat(sockets.server()).isEmpty();
            sockets.createSocket().close();
            assertThat(sockets.server()).contains(HERE);
        }
    }

    /// The proxy may be here, and the server anywhere.
    @Test
    void h53WhereTheServerIsIsNotKnownThroughAProxy() throws IOException {
        try (var proxy = new ServerSocket(0, 1, HERE)) {
            var sockets = new RacingSockets(() -> new Socket(HERE, proxy.getLocalPort()));
            sockets.createSocket().close();
            assertThat(sockets.server()).isEmpty();
        }
    }
}
