package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import kith.lab.LabProxy;
import kith.model.ConnectionProblem.Kind;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// What is said to proxies, and what comes of their answers (F37).
class ThroughProxyTest {

    private static final String NAME = "xn--fhre-5qa.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private ServerSocket server;
    private Optional<LabProxy> proxy = Optional.empty();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        proxy.ifPresent(LabProxy::close);
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void f37TheProxyGetsTheNameInAsciiAndNothingOfWhatFollowsIsLost(Proxy.Kind kind)
            throws Exception {
        start(kind).way(NAME + ":5222", address());
        var target = ProxyTarget.of("föhre.example", new ServerAddress.ByDomain());
        try (var socket = way(kind, Optional.empty(), "", target, PATIENCE).connect();
                var other = server.accept()) {
            other.getOutputStream().write("hello".getBytes(ISO_8859_1));
            assertThat(socket.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
            assertThat(socket.getSoTimeout()).isZero();
            assertThat(proxy.orElseThrow().asked()).containsExactly(NAME + ":5222");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SOCKS5, 192.0.2.7, 192.0.2.7:443",
        "HTTP, 192.0.2.7, 192.0.2.7:443",
        "SOCKS5, 2001:db8::1, 2001:db8:0:0:0:0:0:1:443",
        "HTTP, 2001:db8::1, [2001:db8::1]:443"
    })
    void f37AnAddressIsAskedForAsOne(Proxy.Kind kind, String host, String asked) throws Exception {
        start(kind).way(asked, address());
        var target = ProxyTarget.of("x.example", new ServerAddress.Given(host, 443));
        try (var socket = way(kind, Optional.empty(), "", target, PATIENCE).connect()) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void f37WhoHasTheRightPasswordIsLetIn(Proxy.Kind kind) throws Exception {
        start(kind).letInOnly("mara", "open sesame").way(NAME + ":5222", address());
        var user = Optional.of("mara");
        try (var socket = way(kind, user, "open sesame", target(), PATIENCE).connect()) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(problem(kind, user, "guess")).isEqualTo(Kind.PROXY_REFUSED);
        assertThat(problem(kind, Optional.empty(), "")).isEqualTo(Kind.PROXY_REFUSED);
        assertThat(problem(kind, user, "x".repeat(300))).isEqualTo(Kind.PROXY_REFUSED);
        assertThat(problem(kind, Optional.of("a:b"), "x")).isEqualTo(Kind.PROXY_REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void f37AProxyThatDoesNotReachTheServerSaysSo(Proxy.Kind kind) {
        start(kind);
        assertThat(problem(kind)).isEqualTo(Kind.PROXY_CANNOT_CONNECT);
    }

    @ParameterizedTest
    @EnumSource
    void f37ADeadProxyIsTheProblemItself(Proxy.Kind kind) {
        start(kind).die();
        assertThat(problem(kind)).isEqualTo(Kind.PROXY_UNREACHABLE);
    }

    @Test
    void f37AProxyThatSaysNothingIsLeftInTime() {
        start(Proxy.Kind.HTTP).hold();
        assertThat(problem(Proxy.Kind.HTTP, SHORT)).isEqualTo(Kind.PROXY_UNREACHABLE);
        proxy.orElseThrow().close();
        start(Proxy.Kind.SOCKS5).hold();
        assertThat(problem(Proxy.Kind.SOCKS5, SHORT))
                .as("it has greeted, so it is the server that takes too long")
                .isEqualTo(Kind.PROXY_CANNOT_CONNECT);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SOCKS5, 485454502f, NOT_A_PROXY
                    SOCKS5, 045a, NOT_A_PROXY
                    SOCKS5, 0502, NOT_A_PROXY
                    SOCKS5, 05ff, PROXY_REFUSED
                    SOCKS5, 050004, NOT_A_PROXY
                    SOCKS5, 05000502, PROXY_CANNOT_CONNECT
                    SOCKS5, 0500050000070000, NOT_A_PROXY
                    HTTP, 0500, NOT_A_PROXY
                    HTTP, 53534820322e30, NOT_A_PROXY
                    """)
    void f37HostileBytesEndAtOnce(Proxy.Kind kind, String answer, Kind problem) {
        start(kind).answerOnly(HexFormat.of().parseHex(answer));
        assertThat(problem(kind)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'HTTP/1.1 200', true
                    'HTTP/1.0 200 OK', true
                    'HTTP/1.1 100 Wait|HTTP/1.1 204 OK', true
                    'HTTP/1.1 2000 OK', false
                    'HTTP/1.1 abc', false
                    'HTTP/2 200', false
                    """)
    void f37StatusLinesAreReadAsHttpHasThem(String answer, boolean isRight) throws Exception {
        var text = answer.replace("|", "\r\nA: b\r\n\r\n") + "\r\n\r\n";
        start(Proxy.Kind.HTTP).answerOnly(text.getBytes(ISO_8859_1));
        if (isRight) {
            way(Proxy.Kind.HTTP, Optional.empty(), "", target(), PATIENCE).connect().close();
        } else {
            assertThat(problem(Proxy.Kind.HTTP)).isEqualTo(Kind.NOT_A_PROXY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, NOT_A_PROXY",
        "405, NOT_A_PROXY",
        "501, NOT_A_PROXY",
        "403, PROXY_CANNOT_CONNECT",
        "302, PROXY_CANNOT_CONNECT",
        "504, PROXY_CANNOT_CONNECT",
        "407, PROXY_REFUSED"
    })
    void f37EachStatusHasItsMeaning(int status, Kind problem) {
        var answer = "HTTP/1.1 " + status + " No\r\n\r\n";
        start(Proxy.Kind.HTTP).answerOnly(answer.getBytes(ISO_8859_1));
        assertThat(problem(Proxy.Kind.HTTP)).isEqualTo(problem);
    }

    @Test
    void f37HeadersWithoutEndHaveOne() {
        var endless = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(20_000);
        start(Proxy.Kind.HTTP).answerOnly(endless.getBytes(ISO_8859_1));
        assertThat(problem(Proxy.Kind.HTTP)).isEqualTo(Kind.NOT_A_PROXY);
        proxy.orElseThrow().close();
        start(Proxy.Kind.HTTP).answerOnly(("HTTP/" + "1".repeat(99_999)).getBytes(ISO_8859_1));
        assertThat(problem(Proxy.Kind.HTTP)).isEqualTo(Kind.NOT_A_PROXY);
    }

    @Test
    void f37AHostThatWouldBreakTheRequestIsNone() {
        var evil = new ServerAddress.Given("x\r\nHost: y", 5222);
        assertThatThrownBy(() -> ProxyTarget.of("x.example", evil))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LabProxy start(Proxy.Kind kind) {
        var started = kind == Proxy.Kind.SOCKS5 ? LabProxy.socks5() : LabProxy.http();
        proxy = Optional.of(started);
        return started;
    }

    private Kind problem(Proxy.Kind kind) {
        return problem(kind, PATIENCE);
    }

    private Kind problem(Proxy.Kind kind, Duration patience) {
        return problem(way(kind, Optional.empty(), "", target(), patience));
    }

    private Kind problem(Proxy.Kind kind, Optional<String> user, String password) {
        return problem(way(kind, user, password, target(), PATIENCE));
    }

    private static Kind problem(ThroughProxy way) {
        return catchThrowableOfType(ProxyException.class, way::connect).kind();
    }

    private ThroughProxy way(
            Proxy.Kind kind,
            Optional<String> user,
            String password,
            ProxyTarget target,
            Duration patience) {
        int port = proxy.orElseThrow().port();
        RacingSockets.Way toProxy = () -> new Socket(InetAddress.getLoopbackAddress(), port);
        var access = new ProxyAccess(new Proxy(kind, "127.0.0.1", port, user), password);
        return new ThroughProxy(toProxy, access, target, patience);
    }

    private static ProxyTarget target() {
        return new ProxyTarget(NAME, 5222);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }
}
