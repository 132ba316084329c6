package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.LabProxy;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.ConnectionState.Connecting;
import kith.model.ConnectionState.Online;
import kith.model.ConnectionState.Stopped;
import kith.model.ConnectionState.Waiting;
import kith.model.Content;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.xmpp.SignIn;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Real sign-ins through a proxy, and that there is no way beside it (F37).
class ProxyTest {

    private static final ServerAddress BY_DOMAIN = new ServerAddress.ByDomain();

    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
    private final LabAccount alice = server.newAccount("alice");
    private final AskedNames names = new AskedNames();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void f37SignsInSpeaksAndComesBackThroughTheProxyAlone(Proxy.Kind kind) {
        var proxy = start(kind).letInOnly("mara", "open sesame");
        var bob = server.newAccount("bob");
        var other = opened(LabUser.signIn(server, bob));
        var link = link();
        link.link().open(signIn(kind, proxy, Optional.of("mara"), "open sesame", BY_DOMAIN));
        link.heard().awaitState(Online.class);
        say(link, bob.jid(), "before");
        other.awaitMessage("before");

        proxy.breakAll();
        awaitOnline(link, 2);
        say(link, bob.jid(), "after");
        other.awaitMessage("after");

        assertThat(other.heard()).hasSize(2);
        assertThat(onlines(link)).extracting(Online::resumed).containsExactly(false, true);
        assertThat(proxy.asked()).containsOnly(domain()).hasSize(2);
        assertThat(proxy.accepted()).isEqualTo(2);
        assertThat(names.asked).as("nothing is looked up here").isEmpty();
        assertThat(link.faults()).isEmpty();
    }

    /// What is given is on loopback and takes whoever comes: nobody does.
    @ParameterizedTest
    @EnumSource
    void f37NothingButTheProxyIsConnectedToWhateverBecomesOfIt(Proxy.Kind kind) throws IOException {
        var bait = opened(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        var came = new CopyOnWriteArrayList<Socket>();
        Thread.startVirtualThread(() -> acceptAll(bait, came));
        var given = new ServerAddress.Given("127.0.0.1", bait.getLocalPort());
        var proxy = start(kind);
        proxy.die();
        var link = link();
        link.link().open(signIn(kind, proxy, given));
        assertThat(link.heard().awaitState(Waiting.class).problem().kind())
                .isEqualTo(Kind.PROXY_UNREACHABLE);

        proxy.way("127.0.0.1:" + bait.getLocalPort(), server.address());
        proxy.revive();
        link.heard().awaitState(Online.class);

        assertThat(came).isEmpty();
        assertThat(names.asked).isEmpty();
        assertThat(proxy.asked()).containsExactly("127.0.0.1:" + bait.getLocalPort());
    }

    @ParameterizedTest
    @EnumSource
    void f37AProxyThatIsSlowIsWaitedForOnce(Proxy.Kind kind) {
        var proxy = start(kind);
        proxy.hold();
        var link = link();
        link.link().open(signIn(kind, proxy, BY_DOMAIN));
        await().until(() -> proxy.asked().size() == 1);
        assertThat(link.heard().states()).containsExactly(new Connecting());
        proxy.release();
        link.heard().awaitState(Online.class);
        assertThat(proxy.accepted()).isEqualTo(1);
        assertThat(names.asked).isEmpty();
    }

    @Test
    void f37WhoCanNotWaitCanStopASlowProxy() {
        var proxy = start(Proxy.Kind.SOCKS5);
        proxy.hold();
        var link = link();
        link.link().open(signIn(Proxy.Kind.SOCKS5, proxy, BY_DOMAIN));
        await().until(() -> proxy.asked().size() == 1);
        link.link().close();
        link.heard().awaitState(ConnectionState.Offline.class);
    }

    @ParameterizedTest
    @EnumSource
    void f37AProxyThatRefusesUsIsAskedOnce(Proxy.Kind kind) {
        var proxy = start(kind).letInOnly("mara", "open sesame");
        var link = link();
        link.link().open(signIn(kind, proxy, Optional.of("mara"), "guess", BY_DOMAIN));
        var problem = link.heard().awaitState(Stopped.class).problem();
        assertThat(problem.kind()).isEqualTo(Kind.PROXY_REFUSED);
        assertThat(problem.toString()).doesNotContain("guess", "mara");
        assertThat(proxy.accepted()).isEqualTo(1);
        link.link().open(signIn(kind, proxy, Optional.of("mara"), "open sesame", BY_DOMAIN));
        link.heard().awaitState(Online.class);
    }

    @Test
    void f37AProxyOfTheOtherKindIsNone() {
        var proxy = start(Proxy.Kind.HTTP);
        proxy.answerOnly(
                "HTTP/1.1 400 Bad Request\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var link = link();
        link.link().open(signIn(Proxy.Kind.SOCKS5, proxy, BY_DOMAIN));
        assertThat(link.heard().awaitState(Stopped.class).problem().kind())
                .isEqualTo(Kind.NOT_A_PROXY);
        assertThat(proxy.accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void f37AProxyThatReachesNothingIsTriedWithPauses(Proxy.Kind kind) {
        var proxy = start(kind);
        var elsewhere = new ServerAddress.Given("nowhere.invalid", 5222);
        var link = link();
        link.link().open(signIn(kind, proxy, elsewhere));
        ConnectionProblem problem = link.heard().awaitState(Waiting.class).problem();
        assertThat(problem.kind()).isEqualTo(Kind.PROXY_CANNOT_CONNECT);
        assertThat(proxy.asked()).containsOnly("nowhere.invalid:5222");
        assertThat(names.asked).isEmpty();
    }

    /// The proxy could lead us anywhere: the certificate tells.
    @ParameterizedTest
    @EnumSource
    void f37CertificatesAreCheckedAsWithoutAProxy(Proxy.Kind kind) {
        var proxy = start(kind).way(domain(), server.address());
        var stranger =
                opened(
                        new TestLink(
                                TrustedCertificates.ofBundle(new LabCa().bundle()),
                                SmackLink.PATIENCE,
                                names));
        stranger.link().open(TestLink.signIn(alice, server.address()));
        var straight = stranger.heard().awaitState(Stopped.class).problem();
        stranger.link().open(signIn(kind, proxy, BY_DOMAIN));
        await().until(
                        () ->
                                stranger.heard().states().stream()
                                                .filter(Stopped.class::isInstance)
                                                .count()
                                        == 2);
        assertThat(proxy.asked()).containsExactly(domain());
        assertThat(stranger.heard().states().getLast()).isEqualTo(new Stopped(straight));
        assertThat(straight.kind()).isEqualTo(Kind.BAD_CERTIFICATE);
    }

    /// The proxy itself may have a name.
    @Test
    void f37OnlyTheProxyIsLookedUp() {
        var proxy = start(Proxy.Kind.SOCKS5);
        var link = link();
        link.link()
                .open(
                        new SignIn(
                                alice.jid(),
                                alice.password(),
                                BY_DOMAIN,
                                Optional.of(
                                        new ProxyAccess(
                                                new Proxy(
                                                        Proxy.Kind.SOCKS5,
                                                        "proxy.example",
                                                        proxy.port(),
                                                        Optional.empty()),
                                                "")),
                                "kith-test"));
        link.heard().awaitState(Online.class);
        assertThat(names.asked).containsOnly("proxy.example");
    }

    private LabProxy start(Proxy.Kind kind) {
        var proxy = opened(kind == Proxy.Kind.SOCKS5 ? LabProxy.socks5() : LabProxy.http());
        return proxy.way(domain(), server.address());
    }

    private String domain() {
        return server.host() + ":5222";
    }

    private TestLink link() {
        var trust = TrustedCertificates.ofBundle(server.ca().bundle());
        return opened(new TestLink(trust, SmackLink.PATIENCE, names));
    }

    private SignIn signIn(Proxy.Kind kind, LabProxy proxy, ServerAddress at) {
        return signIn(kind, proxy, Optional.empty(), "", at);
    }

    private SignIn signIn(
            Proxy.Kind kind,
            LabProxy proxy,
            Optional<String> user,
            String password,
            ServerAddress at) {
        var access = new ProxyAccess(new Proxy(kind, "127.0.0.1", proxy.port(), user), password);
        return new SignIn(alice.jid(), alice.password(), at, Optional.of(access), "kith-test");
    }

    private static void say(TestLink link, BareJid to, String text) {
        var chat = new ChatKey(link.link().account(), to);
        assertThat(
                        link.extensions()
                                .rfc6121Messages()
                                .send(
                                        link.link(),
                                        chat,
                                        Chat.Kind.CONTACT,
                                        "id-" + text,
                                        new Content.Text(text)))
                .isTrue();
    }

    private static void awaitOnline(TestLink link, int times) {
        await().until(() -> onlines(link).size() == times);
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static List<Online> onlines(TestLink link) {
        return link.heard().states().stream()
                .filter(Online.class::isInstance)
                .map(Online.class::cast)
                .toList();
    }

    private static void acceptAll(ServerSocket at, List<Socket> came) {
        try (at) {
            while (true) {
                came.add(at.accept());
            }
        } catch (IOException closed) {
            assertThat(at.isClosed()).isTrue();
        }
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        opened.add(closeable);
        return closeable;
    }

    /// Whoever is asked is on loopback; what is asked is kept.
    private static final class AskedNames implements Names {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<SrvRecord> services(String service, String domain) {
            asked.add(service + "." + domain);
            return List.of();
        }

        @Override
        public List<InetAddress> addresses(String host) {
            asked.add(host);
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        }
    }
}
