package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Connecting to the first endpoint that answers (RFC 8305, F10).
class RaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Executor IO = Thread::startVirtualThread;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void threeDeadServersDoNotHoldUpTheFourth() throws Exception {
        var living = living();
        var endpoints = List.of(silent(), silent(), silent(), address(living));
        try (var socket = new Race(endpoints, PATIENCE, () -> {}, IO).run();
                var other = living.accept()) {
            assertThat(socket.getPort()).isEqualTo(living.getLocalPort());
            socket.connect(silent(), 1); // Smack does so
            socket.getOutputStream().write(7);
            assertThat(other.getInputStream().read()).isEqualTo(7);
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void whoRefusesCostsNoTimeAtAll() throws Exception {
        var living = living();
        var endpoints = List.of(refusing(), refusing(), address(living));
        try (var socket = new Race(endpoints, PATIENCE, () -> {}, IO).run()) {
            assertThat(socket.getPort()).isEqualTo(living.getLocalPort());
        }
    }

    @Test
    void whereAllRefuseOrAreSilentItSaysSo() throws Exception {
        assertThatThrownBy(() -> new Race(List.of(silent(), refusing()), SHORT, () -> {}, IO).run())
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Race(List.of(silent(), silent()), SHORT, () -> {}, IO).run())
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void whoIsInterruptedStops() throws Exception {
        var silent = silent();
        var sockets = new RacingSockets(() -> List.of(silent), PATIENCE, () -> {}, IO);
        Thread.currentThread().interrupt();
        assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anUnknownHostStaysOne() {
        var sockets =
                new RacingSockets(
                        () -> {
                            throw new UnknownHostException("nowhere");
                        },
                        PATIENCE,
                        () -> {},
                        IO);
        assertThatThrownBy(sockets::createSocket).isInstanceOf(UnknownHostException.class);
    }

    private ServerSocket living() throws IOException {
        return opened(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    /// A server that takes no more: what wants to connect waits.
    private InetSocketAddress silent() throws IOException {
        var full = opened(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (int waiting = 0; waiting < 2; waiting++) {
            opened(new Socket(full.getInetAddress(), full.getLocalPort()));
        }
        return address(full);
    }

    private static InetSocketAddress refusing() throws IOException {
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return address(gone);
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        opened.add(closeable);
        return closeable;
    }

    private static InetSocketAddress address(ServerSocket socket) {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
}
