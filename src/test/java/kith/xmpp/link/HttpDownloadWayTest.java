package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.ConnectionState;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.xmpp.Download;
import kith.xmpp.SignIn;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A file comes by no other way than the account's, and from nobody without the right certificate,
/// and from no place that only seems to be far away (H53, H54).
class HttpDownloadWayTest extends HttpDownloadFixture {

    private static final InetAddress FAR_TOO = InetAddress.ofLiteral("2001:db8::7");

    @ParameterizedTest
    @EnumSource
    void h54ACertificateThatIsNotGoodIsRefused(Bad bad) throws Exception {
        serve(bad.certificate(), exchange -> give(exchange, bytes(3)));
        assertThat(failure(get(URI.create("https://localhost/")).done()))
                .contains(Kind.NOT_TRUSTED);
        assertThat(asked).isEmpty();
    }

    /// A redirect to another host is another server.
    @Test
    void h54TheCertificateIsToBeForWhereItLeads() throws Exception {
        talk("HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\n\r\n");
        assertThat(failure(get().done())).contains(Kind.NOT_TRUSTED);
        assertThat(heads).hasSize(1);
        assertThat(connected).hasSize(2);
    }

    /// What was looked at is what is connected to.
    @Test
    void h53ANameThatIsFarAtFirstAndThenHereIsLookedUpOnce() throws Exception {
        var answers = new ArrayDeque<>(List.of(List.of(FAR), List.of(LOOPBACK)));
        dns = _ -> answers.remove();
        serve(bytes(3));
        assertThat(fetched(get())).hasSize(3);
        assertThat(lookedUp).containsExactly(HOST);
        assertThat(connected).containsExactly(List.of(new InetSocketAddress(FAR, 443)));
    }

    /// Whoever is led on is looked up anew, and looked at.
    @Test
    void h53ANameThatIsHereTheSecondTimeIsLeft() throws Exception {
        var answers = new ArrayDeque<>(List.of(List.of(FAR), List.of(LOOPBACK)));
        dns = _ -> answers.remove();
        talk("HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n");
        assertThat(failure(get().done())).contains(Kind.UNSAFE);
        assertThat(connected).containsExactly(List.of(new InetSocketAddress(FAR, 443)));
        assertThat(heads).hasSize(1);
    }

    @Test
    void h53OnlyWhatIsFarIsTried() throws Exception {
        dns =
                _ ->
                        List.of(
                                InetAddress.ofLiteral("10.0.0.1"),
                                FAR,
                                LOOPBACK,
                                InetAddress.ofLiteral("fe80::1"),
                                FAR_TOO);
        serve(bytes(3));
        assertThat(fetched(get(URI.create("https://" + HOST + ":8443/")))).hasSize(3);
        assertThat(connected.getFirst())
                .containsExactlyInAnyOrder(
                        new InetSocketAddress(FAR, 8443), new InetSocketAddress(FAR_TOO, 8443));
    }

    @Test
    void h53ANameThatIsHereOnlyIsNotFetchedFrom() throws Exception {
        dns = _ -> List.of(InetAddress.ofLiteral("10.0.0.1"), LOOPBACK);
        serve(bytes(3));
        assertThat(failure(get().done())).contains(Kind.UNSAFE);
        assertThat(connected).isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void h53AnAccountsProxyIsTheOnlyWay(Proxy.Kind kind) throws Exception {
        serve(bytes(3));
        try (var proxy = start(kind).letInOnly("mara", "pass").way(HOST + ":443", address())) {
            var ways = ways(access(kind, proxy, "pass"));
            assertThat(fetched(begun(downloadOf(ways, PICTURE, MOST)))).hasSize(3);
            assertThat(proxy.asked()).as("it looks names up").containsExactly(HOST + ":443");

            var refused = ways(access(kind, proxy, "wrong"));
            assertThat(failure(begun(downloadOf(refused, PICTURE, MOST)).done()))
                    .contains(Kind.INTERRUPTED);
            assertThat(asked).hasSize(1);
            assertThat(connected).as("nothing beside it").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void h53NothingLeadsBesideAProxy(Proxy.Kind kind) throws Exception {
        talk("HTTP/1.1 302 Found\r\nLocation: https://[::ffff:7f00:1]/\r\n\r\n");
        try (var proxy = start(kind).letInOnly("mara", "pass").way(HOST + ":443", talking())) {
            var ways = ways(access(kind, proxy, "pass"));
            assertThat(failure(begun(downloadOf(ways, PICTURE, MOST)).done()))
                    .contains(Kind.UNSAFE);
            assertThat(proxy.asked()).containsExactly(HOST + ":443");
        }
    }

    @Test
    void nothingIsFetchedForAnAccountThatIsNotSignedIn() throws Exception {
        serve(good(), exchange -> give(exchange, bytes(3)));
        try (var account = new TestLink(LabCa.shared())) {
            var download = account.link().get(here("localhost"), MOST);
            assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
            assertThat(asked).isEmpty();
        }
    }

    private URI here(String host) {
        return URI.create("https://" + host + ":" + port() + "/cat.png");
    }

    /// Whose server is on this computer, or in its network, may have it there; through a proxy
    /// nobody knows where it is.
    @Test
    void h53WhereTheAccountsOwnServerIsIsFetchedFrom() throws Exception {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        serve(server.ca().issue("localhost", "127.0.0.1"), it -> give(it, bytes(3)));
        try (var account = TestLink.online(server, alice);
                var proxy = start(Proxy.Kind.SOCKS5).way(host(server), server.address())) {
            assertThat(fetched(account.link().get(here("localhost"), MOST))).hasSize(3);
            assertThat(fetched(account.link().get(here("127.0.0.1"), MOST))).hasSize(3);
            assertThat(failure(account.link().get(here("0.0.0.0"), MOST).done()))
                    .contains(Kind.UNSAFE);
            assertThat(asked).hasSize(2);

            proxy.letInOnly("mara", "pass");
            account.link().open(throughProxy(alice, proxy.port()));
            await().until(() -> onlines(account) == 2);
            assertThat(failure(account.link().get(here("127.0.0.1"), MOST).done()))
                    .contains(Kind.UNSAFE);
            assertThat(failure(account.link().get(here("localhost"), MOST).done()))
                    .contains(Kind.UNSAFE);
            assertThat(asked).hasSize(2);
            assertThat(proxy.asked()).containsExactly(host(server));
        }
    }

    private static String host(XmppServer server) {
        return server.host() + ":5222";
    }

    private static SignIn throughProxy(LabAccount account, int port) {
        var proxy = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", port, Optional.of("mara"));
        return new SignIn(
                account.jid(),
                account.password(),
                new ServerAddress.ByDomain(),
                Optional.of(new ProxyAccess(proxy, "pass")),
                "kith-test");
    }

    private static long onlines(TestLink account) {
        return account.heard().states().stream()
                .filter(ConnectionState.Online.class::isInstance)
                .count();
    }

    /// Nor by a way that isn't the account's any more.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingGoesOnForAnAccountThatIsAway(boolean isOtherWay) throws Exception {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serve(
                server.ca().issue("localhost"),
                exchange -> {
                    begun.countDown();
                    awaitQuietly(never);
                });
        try (var account = TestLink.online(server, alice)) {
            var download = account.link().get(here("localhost"), MOST);
            awaitQuietly(begun);
            if (isOtherWay) {
                account.link().open(throughProxy(alice, 1));
            } else {
                account.link().close();
            }
            assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        } finally {
            never.countDown();
        }
    }

    /// Who hears that one has ended begins the next, while the session still says goodbye.
    @Test
    void nothingIsBegunForAnAccountThatLeaves() throws Exception {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serve(
                server.ca().issue("localhost"),
                exchange -> {
                    begun.countDown();
                    awaitQuietly(never);
                });
        try (var account = TestLink.online(server, alice)) {
            var first = account.link().get(here("localhost"), MOST);
            awaitQuietly(begun);
            var next =
                    first.done()
                            .handle((_, _) -> account.link().get(here("localhost"), MOST))
                            .thenCompose(Download::done);
            account.link().close();
            assertThat(failure(next)).contains(Kind.INTERRUPTED);
            assertThat(asked).hasSize(1);
        } finally {
            never.countDown();
        }
    }

    /// What none of it foresees ends it, too, and is told as what it is.
    @Test
    void aBugLeavesNobodyWaiting() {
        dns =
                _ -> {
                    throw new IllegalStateException("a bug");
                };
        var end = get().done().toCompletableFuture();
        await().until(end::isDone);
        assertThat(end).isCompletedExceptionally();
        assertThat(takeFaults())
                .singleElement()
                .hasToString("java.lang.IllegalStateException: a bug");
    }
}
