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
import kith.model.LocalFile;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.xmpp.SignIn;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.UploadSlot;
import kith.xmpp.UploadSlot.Header;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// A file on its way to a server by HTTPS: whole, as it was, to who shows the right certificate and
/// by no other way than the account's (F34, H54).
class HttpTransferTest {

    private static final long SIZE = 1_500_000;

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(faults::add);
    private final List<Long> progress = new CopyOnWriteArrayList<>();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<HttpsServer> server = Optional.empty();
    private LongSupplier clock = System::nanoTime;
    private LocalFile file;
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        var bytes = new byte[(int) SIZE];
        new Random(7).nextBytes(bytes);
        file = look(Files.write(folder.resolve("film.mov"), bytes));
    }

    @AfterEach
    void end() {
        server.ifPresent(it -> it.stop(0));
        serving.close();
        lanes.close();
    }

    @Test
    void bringsAllOfIt() throws Exception {
        serve(good(), this::take);
        put(slot("localhost")).done().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(bodies.getFirst()).isEqualTo(Files.readAllBytes(file.path()));
        var request = asked.getFirst();
        assertThat(request.getRequestMethod()).isEqualTo("PUT");
        assertThat(request.getRequestURI()).hasToString("/a%20b/film.mov?v=1");
        var headers = request.getRequestHeaders();
        assertThat(headers.get("Content-length")).containsExactly(String.valueOf(SIZE));
        assertThat(headers.get("Content-type")).containsExactly("video/quicktime");
        assertThat(headers.get("Host")).containsExactly("localhost:" + port());
        assertThat(headers.get("Authorization")).containsExactly("Bearer x");
        assertThat(headers.get("Cookie")).containsExactly("a=1", "b=2");
        assertThat(headers).doesNotContainKeys("User-agent", "Accept", "Referer");
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        serve(good(), this::take);
        put(slot("localhost")).done().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(progress).isSorted().endsWith(SIZE).hasSizeBetween(3, 201);
        assertThat(progress.getFirst()).isLessThan(SIZE);
    }

    /// Or whoever watches it takes a slow line for one that has died.
    @Test
    void f34OnASlowLineEachPieceIsToldOf() throws Exception {
        var seconds = new AtomicLong();
        clock = () -> TimeUnit.SECONDS.toNanos(seconds.addAndGet(3));
        serve(good(), this::take);
        put(slot("localhost")).done().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(progress).isSorted().endsWith(SIZE).hasSizeGreaterThan((int) (SIZE / 20_000));
    }

    @ParameterizedTest
    @CsvSource({
        "200,",
        "201,",
        "204,",
        "202,REFUSED",
        "301,REFUSED",
        "302,REFUSED",
        "307,REFUSED",
        "400,REFUSED",
        "403,REFUSED",
        "404,REFUSED",
        "410,REFUSED",
        "413,TOO_LARGE",
        "500,BUSY",
        "503,BUSY",
        "507,TOO_LARGE"
    })
    void f34WhatTheServerSays(int status, Kind failure) throws Exception {
        serve(
                good(),
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Location", "https://localhost:1/other");
                    answer(exchange, status);
                });
        assertThat(failure(put(slot("localhost")))).isEqualTo(Optional.ofNullable(failure));
        assertThat(asked).hasSize(1);
    }

    @Test
    void f34AServerThatHangsUpInTheMiddle() throws Exception {
        serve(
                good(),
                exchange -> {
                    exchange.getRequestBody().readNBytes((int) SIZE / 2);
                    exchange.close();
                });
        assertThat(failure(put(slot("localhost")))).contains(Kind.INTERRUPTED);
    }

    @Test
    void f34AServerThatIsNotThere() {
        assertThat(failure(put(slot("localhost", 1)))).contains(Kind.INTERRUPTED);
        assertThat(failure(put(slot("nowhere.invalid", 1)))).contains(Kind.INTERRUPTED);
    }

    /// Nobody said anything of who the server is.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f34ALineThatIsCutInTheHandshake(boolean isSaid) throws Exception {
        var alert = new byte[] {21, 3, 3, 0, 2, 2, 80}; // RFC 8446 §6: fatal, internal_error
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serving.execute(
                    () -> {
                        try (var accepted = listening.accept()) {
                            int length =
                                    ByteBuffer.wrap(accepted.getInputStream().readNBytes(5))
                                            .getShort(3);
                            accepted.getInputStream().readNBytes(length);
                            if (isSaid) {
                                accepted.getOutputStream().write(alert);
                            }
                        } catch (IOException over) {
                            throw new UncheckedIOException(over);
                        }
                    });
            var transfer = put(slot("localhost", listening.getLocalPort()));
            assertThat(failure(transfer)).contains(Kind.INTERRUPTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateThatIsNotGoodIsRefused(Bad bad) throws Exception {
        serve(bad.certificate(), this::take);
        assertThat(failure(put(slot("localhost")))).contains(Kind.NOT_TRUSTED);
        assertThat(bodies).isEmpty();
        assertThat(asked).isEmpty();
    }

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

    @Test
    void aFileThatWasChangedSinceIsNotSent() throws Exception {
        serve(good(), this::take);
        Files.writeString(file.path(), "other");
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        Files.delete(file.path());
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        Files.createDirectory(file.path());
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        assertThat(asked).isEmpty();
    }

    /// It is opened before anybody is connected to, and no log learns where it is.
    @Test
    void f34AFileThatIsGoneIsNotTheLinesFault() throws Exception {
        serve(good(), this::take);
        var slot = slot("localhost");
        var way = HttpPut.way(slot.put(), Optional.empty(), new DnsNames(), lanes.io());
        var transfer =
                transferOf(
                        new HttpPut(
                                () -> {
                                    Files.delete(file.path());
                                    return way.connect();
                                },
                                TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                                slot));
        var lines = new HeardLines();
        var log = Logger.getLogger(HttpTransfer.class.getName());
        log.addHandler(lines);
        try {
            lanes.io().execute(transfer);
            assertThat(failure(transfer)).contains(Kind.FILE_GONE);
        } finally {
            log.removeHandler(lines);
        }
        assertThat(bodies).as("it was open already").hasSize(1);
        assertThat(lines.heard).noneMatch(line -> line.contains("film.mov"));
    }

    /// What goes into a log.
    private static final class HeardLines extends Handler {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            heard.add(line.getMessage() + line.getThrown() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aFileThatShrinksMeanwhileIsNotSent() throws Exception {
        var half = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    half.countDown();
                    take(exchange);
                });
        var large = folder.resolve("large");
        try (var channel =
                Files.newByteChannel(
                        large,
                        java.util.Set.of(
                                java.nio.file.StandardOpenOption.CREATE,
                                java.nio.file.StandardOpenOption.WRITE))) {
            channel.position(80_000_000).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        file = look(large);
        var transfer = put(slot("localhost"));
        half.await();
        Files.write(large, new byte[3]);
        assertThat(failure(transfer)).contains(Kind.FILE_GONE);
        assertThat(bodies).isEmpty();
    }

    @Test
    void isCancelled() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    begun.countDown();
                    awaitQuietly(never);
                });
        var transfer = put(slot("localhost"));
        begun.await();
        transfer.cancel();
        assertThat(failure(transfer)).contains(Kind.INTERRUPTED);
        never.countDown();
        var early = transferOf(slot("localhost"), Optional.empty(), new DnsNames());
        early.cancel();
        lanes.io().execute(early);
        assertThat(failure(early)).contains(Kind.INTERRUPTED);
    }

    /// Nor by a way that isn't the account's any more.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f34NothingGoesOnForAnAccountThatIsAway(boolean isOtherWay) throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    begun.countDown();
                    awaitQuietly(never);
                });
        try (var account = new TestLink(LabCa.shared())) {
            var transfer = account.link().put(slot("localhost"), file, progress::add);
            begun.await();
            if (isOtherWay) {
                var other = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 1, Optional.empty());
                account.link()
                        .open(
                                new SignIn(
                                        JidCreate.entityBareFrom("mara@hearth.example"),
                                        "pass",
                                        new ServerAddress.Given("127.0.0.1", 1),
                                        Optional.of(new ProxyAccess(other, "")),
                                        "kith-test"));
            } else {
                account.link().close();
            }
            assertThat(failure(transfer)).contains(Kind.INTERRUPTED);
        } finally {
            never.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountsProxyIsTheOnlyWay(Proxy.Kind kind) throws Exception {
        serve(LabCa.shared().issue("upload.hearth.example"), this::take);
        try (var proxy = kind == Proxy.Kind.SOCKS5 ? LabProxy.socks5() : LabProxy.http()) {
            proxy.letInOnly("mara", "pass").way("upload.hearth.example:443", address());
            var slot = slot("upload.hearth.example", -1);
            var transfer = transferOf(slot, Optional.of(access(kind, proxy, "pass")), NO_NAMES);
            lanes.io().execute(transfer);
            assertThat(failure(transfer)).isEmpty();
            assertThat(bodies).hasSize(1);

            var refused = transferOf(slot, Optional.of(access(kind, proxy, "wrong")), NO_NAMES);
            lanes.io().execute(refused);
            assertThat(failure(refused)).contains(Kind.INTERRUPTED);
            assertThat(bodies).hasSize(1);
        }
    }

    /// Knows the proxy's address only by itself: whoever asks for another name fails the test.
    private static final Names NO_NAMES =
            new Names() {
                @Override
                public List<SrvRecord> services(String service, String domain) {
                    throw new AssertionError("asked for " + domain);
                }

                @Override
                public List<InetAddress> addresses(String host) throws UnknownHostException {
                    throw new AssertionError("asked for " + host);
                }
            };

    private static ProxyAccess access(Proxy.Kind kind, LabProxy proxy, String password) {
        return new ProxyAccess(
                new Proxy(kind, "127.0.0.1", proxy.port(), Optional.of("mara")), password);
    }

    private static LabCertificate good() {
        return LabCa.shared().issue("localhost");
    }

    private void serve(LabCertificate certificate, HttpHandler handler) throws IOException {
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

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (body.length == file.size()) {
            bodies.add(body);
        }
        answer(exchange, 201);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress address() {
        return server.orElseThrow().getAddress();
    }

    private int port() {
        return address().getPort();
    }

    private UploadSlot slot(String host) {
        return slot(host, port());
    }

    private static UploadSlot slot(String host, int port) {
        var place = "https://" + host + (port < 0 ? "" : ":" + port) + "/a%20b/film.mov?v=1";
        return new UploadSlot(
                URI.create(place),
                List.of(
                        new Header("Authorization", "Bearer x"),
                        new Header("Cookie", "a=1"),
                        new Header("Cookie", "b=2")),
                URI.create("https://localhost/film.mov"));
    }

    private Transfer put(UploadSlot slot) {
        var transfer = transferOf(slot, Optional.empty(), new DnsNames());
        lanes.io().execute(transfer);
        return transfer;
    }

    private HttpTransfer transferOf(UploadSlot slot, Optional<ProxyAccess> proxy, Names names) {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        var way = HttpPut.way(slot.put(), proxy, names, lanes.io());
        return transferOf(new HttpPut(way, trust, slot));
    }

    private HttpTransfer transferOf(HttpPut put) {
        var told = new Progress(file.size(), clock, progress::add);
        return new HttpTransfer(put, file, told, lanes.core());
    }

    private static LocalFile look(Path path) throws IOException {
        return new LocalFile(
                path,
                path.getFileName().toString(),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS),
                "video/quicktime");
    }

    private Optional<Kind> failure(Transfer transfer) {
        var end = transfer.done().toCompletableFuture();
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
}
