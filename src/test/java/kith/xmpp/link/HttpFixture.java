package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import kith.base.Lanes;
import kith.lab.LabCa;
import kith.lab.LabCertificate;
import kith.lab.LabProxy;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An HTTPS server, which the test is.
abstract class HttpFixture {

    /// Knows no names: whoever asks for one fails the test.
    static final Names NO_NAMES =
            new Names() {
                @Override
                public List<SrvRecord> services(String service, String domain) {
                    throw new AssertionError("asked for " + domain);
                }

                @Override
                public List<InetAddress> addresses(String host) {
                    throw new AssertionError("asked for " + host);
                }
            };

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    final Lanes lanes = new Lanes(faults::add);
    final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<HttpsServer> server = Optional.empty();

    @AfterEach
    void end() {
        server.ifPresent(it -> it.stop(0));
        serving.close();
        lanes.close();
    }

    static LabCertificate good() {
        return LabCa.shared().issue("localhost");
    }

    /// Certificates that are not good for `localhost`.
    enum Bad {
        SELF_SIGNED,
        UNKNOWN,
        OTHER_HOST,
        EXPIRED;

        LabCertificate certificate() {
            return switch (this) {
                case SELF_SIGNED -> LabCa.shared().selfSigned("localhost");
                case UNKNOWN -> new LabCa().issue("localhost");
                case OTHER_HOST -> LabCa.shared().issue("hearth.example");
                case EXPIRED -> LabCa.shared().issueExpired("localhost");
            };
        }
    }

    void serve(LabCertificate certificate, HttpHandler handler) throws IOException {
        var made =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        made.setExecutor(serving);
        made.createContext(
                "/",
                exchange -> {
                    asked.add(exchange);
                    handler.handle(exchange);
                });
        made.start();
        server = Optional.of(made);
    }

    static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    InetSocketAddress address() {
        return server.orElseThrow().getAddress();
    }

    int port() {
        return address().getPort();
    }

    Optional<Kind> failure(CompletionStage<?> done) {
        var end = done.toCompletableFuture();
        await().until(end::isDone);
        assertThat(faults).isEmpty();
        try {
            end.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return TransferException.in(failed.getCause()).map(TransferException::kind);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// What nobody caught, and forgets it.
    List<Throwable> takeFaults() {
        await().until(() -> !faults.isEmpty());
        var taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    static LabProxy start(Proxy.Kind kind) {
        return kind == Proxy.Kind.SOCKS5 ? LabProxy.socks5() : LabProxy.http();
    }

    static ProxyAccess access(Proxy.Kind kind, LabProxy proxy, String password) {
        return new ProxyAccess(
                new Proxy(kind, "127.0.0.1", proxy.port(), Optional.of("mara")), password);
    }
}
