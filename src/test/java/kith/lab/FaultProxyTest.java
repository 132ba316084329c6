package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// The wire's faults, byte by byte, between a socket and a server that echoes.
class FaultProxyTest {

    private static final int PATIENCE_MILLIS = 10_000;

    private ServerSocket echo;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAndEcho);
    }

    @AfterEach
    void stopEcho() throws IOException {
        echo.close();
    }

    @Test
    void passesBytesAndCountsThem() throws IOException {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            assertThat(exchange(client, "hello")).isEqualTo("hello");
            assertThat(proxy.passed(Direction.TO_SERVER)).isEqualTo(5);
            assertThat(proxy.passed(Direction.TO_CLIENT)).isEqualTo(5);
            assertThat(proxy.connections()).hasSize(1);
        }
    }

    @Test
    void resetsAfterExactlySoManyBytes() throws IOException {
        var fault = new Fault(Direction.TO_CLIENT, new Fault.AfterBytes(3), Fault.Break.RESET);
        try (var proxy = proxy(FaultPlan.of(fault));
                var client = connect(proxy)) {
            send(client, "hello");
            // A reset may overtake bytes that have been sent, so their number is asked of the
            // proxy.
            assertThatThrownBy(() -> readAll(client))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(proxy.passed(Direction.TO_CLIENT)).isEqualTo(3);
        }
    }

    @Test
    void finishesInThePatternsWake() throws IOException {
        var fault = new Fault(Direction.TO_CLIENT, new Fault.AfterPattern("l+"), Fault.Break.FIN);
        try (var proxy = proxy(FaultPlan.of(fault));
                var client = connect(proxy)) {
            send(client, "hello");
            assertThat(readAll(client)).isEqualTo("hell");
        }
    }

    @Test
    void stallsWithoutTellingAnybody() throws IOException {
        var fault = new Fault(Direction.TO_SERVER, new Fault.AfterBytes(2), Fault.Break.STALL);
        try (var proxy = proxy(FaultPlan.of(fault));
                var client = connect(proxy)) {
            send(client, "hello");
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().readNBytes(3))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void eachConnectionMeetsItsOwnFaultAndLaterOnesNone() throws IOException {
        var plan =
                FaultPlan.of(
                        new Fault(Direction.TO_CLIENT, new Fault.AfterBytes(1), Fault.Break.FIN),
                        new Fault(Direction.TO_CLIENT, new Fault.AfterBytes(2), Fault.Break.FIN));
        try (var proxy = proxy(plan);
                var first = connect(proxy);
                var second = connect(proxy);
                var third = connect(proxy)) {
            await().until(() -> proxy.connections().size() == 3);
            send(first, "hello");
            send(second, "hello");
            assertThat(readAll(first)).isEqualTo("h");
            assertThat(readAll(second)).isEqualTo("he");
            assertThat(exchange(third, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void aFaultCanBeArmedWhileTheConnectionLives() throws IOException {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            assertThat(exchange(client, "hello")).isEqualTo("hello");
            proxy.arm(
                    new Fault(Direction.TO_CLIENT, new Fault.AfterPattern("now"), Fault.Break.FIN));
            send(client, "now!");
            assertThat(readAll(client)).isEqualTo("now");
        }
    }

    @Test
    void refusesAndAcceptsAgain() throws IOException {
        try (var proxy = proxy(FaultPlan.none())) {
            proxy.refuse();
            assertThatThrownBy(() -> connect(proxy)).isInstanceOf(ConnectException.class);
            proxy.accept();
            try (var client = connect(proxy)) {
                assertThat(exchange(client, "hello")).isEqualTo("hello");
            }
        }
    }

    @Test
    void whatWasFrozenArrivesAfterTheThaw() throws IOException {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            proxy.toServer().freeze();
            send(client, "hello");
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);

            proxy.toServer().thaw();
            client.setSoTimeout(PATIENCE_MILLIS);
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void whatWasSwallowedNeverArrives() throws IOException {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            proxy.toServer().swallow(true);
            send(client, "lost");
            await().until(() -> proxy.toServer().swallowed() == 4);

            proxy.toServer().swallow(false);
            assertThat(exchange(client, "here")).isEqualTo("here");
        }
    }

    @Test
    void slowNarrowAndChoppedItStillPassesEverything() throws IOException {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            proxy.toServer().delay(Duration.ofMillis(20));
            proxy.toServer().chop(1);
            proxy.toClient().throttle(10_000);
            var text = "0123456789".repeat(50);
            assertThat(exchange(client, text)).isEqualTo(text);
        }
    }

    @Test
    void aSlowWireTakesItsTimeInEachDirection() throws Exception {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            proxy.toServer().delay(Duration.ofMillis(120));
            assertThat(timed(() -> exchange(client, "one"))).isGreaterThanOrEqualTo(millis(120));

            proxy.toClient().delay(Duration.ofMillis(130));
            assertThat(timed(() -> exchange(client, "two"))).isGreaterThanOrEqualTo(millis(250));
        }
    }

    @Test
    void aNarrowWireTakesTimeForEachByte() throws Exception {
        try (var proxy = proxy(FaultPlan.none());
                var client = connect(proxy)) {
            proxy.toServer().throttle(1_000);
            // The last piece, a twentieth of a second's, has arrived before its time is waited for.
            assertThat(timed(() -> exchange(client, "0123456789".repeat(30))))
                    .isGreaterThanOrEqualTo(millis(250));
        }
    }

    @Test
    void aChoppedWireSendsSmallPieces() {
        var wire = new WireConditions();
        assertThat(wire.slice(1_000)).isEqualTo(1_000);
        wire.chop(7);
        assertThat(wire.slice(1_000)).isEqualTo(7);
        assertThat(wire.slice(3)).isEqualTo(3);
    }

    @Test
    void theSameSeedCutsTheSameTrafficAtTheSamePlaces() throws IOException {
        var plan = FaultPlan.cuts(7, 24, 5_000);
        var places =
                plan.faults().stream()
                        .map(fault -> ((Fault.AfterBytes) fault.trigger()).count())
                        .toList();
        assertThat(replay(plan, Integer.MAX_VALUE)).isEqualTo(places);
        assertThat(replay(FaultPlan.cuts(7, 24, 5_000), 100)).isEqualTo(places);
    }

    @Test
    void cutsAreOfEveryKindAndInBothDirections() {
        var faults = FaultPlan.cuts(42, 100, 10_000).faults();
        assertThat(faults).extracting(Fault::kind).containsOnly(Fault.Break.values());
        assertThat(faults).extracting(Fault::direction).contains(Direction.values());
    }

    @Test
    void theSameSeedMakesTheSamePlanAndSaysSo() {
        var plan = FaultPlan.cuts(42, 100, 10_000);
        assertThat(plan).isEqualTo(FaultPlan.cuts(42, 100, 10_000));
        assertThat(plan.faults()).isNotEqualTo(FaultPlan.cuts(43, 100, 10_000).faults());
        assertThat(plan).hasToString("FaultPlan[seed=42, 100 faults]");
    }

    @Test
    void stanzasCantBeCountedThroughTls() {
        var fault = new Fault(Direction.TO_CLIENT, new Fault.AfterStanzas(1), Fault.Break.FIN);
        assertThatThrownBy(() -> proxy(FaultPlan.of(fault)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Sends the same text through one connection after another until each is cut.
    ///
    /// @param pieces of which size it is sent on, which must change nothing
    /// @return where each was cut: how many bytes had passed in the direction of its fault
    private List<Long> replay(FaultPlan plan, int pieces) throws IOException {
        var text = "0123456789".repeat(500);
        var places = new ArrayList<Long>();
        try (var proxy = proxy(plan)) {
            proxy.toServer().chop(pieces);
            proxy.toClient().chop(pieces);
            for (var fault : plan.faults()) {
                try (var client = connect(proxy)) {
                    send(client, text);
                    soon().until(() -> proxy.connections().size() > places.size());
                    var connection = proxy.connections().getLast();
                    soon().until(() -> !connection.isPassing());
                    places.add(connection.passed(fault.direction()));
                }
            }
        }
        return places;
    }

    private FaultProxy proxy(FaultPlan plan) {
        return FaultProxy.through(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), echo.getLocalPort()), plan);
    }

    private static Socket connect(FaultProxy proxy) throws IOException {
        var client = new Socket(proxy.address().getAddress(), proxy.address().getPort());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static String exchange(Socket client, String text) throws IOException {
        send(client, text);
        return read(client, text.length());
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    private static Duration timed(Callable<String> exchange) throws Exception {
        long start = System.nanoTime();
        exchange.call();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static String readAll(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private void acceptAndEcho() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // What the tests are about.
        }
    }
}
