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
import kith.model.LocalFile;
import kith.model.ProxyAccess;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.UploadSlot;
import kith.xmpp.UploadSlot.Header;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// A file that is sent to an HTTPS server, which the test is.
abstract class HttpTransferFixture {

    static final long SIZE = 1_500_000;

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    final Lanes lanes = new Lanes(faults::add);
    final List<Long> progress = new CopyOnWriteArrayList<>();
    final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<HttpsServer> server = Optional.empty();
    LongSupplier clock = System::nanoTime;
    LocalFile file;
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

    static LabCertificate good() {
        return LabCa.shared().issue("localhost");
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

    void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (body.length == file.size()) {
            bodies.add(body);
        }
        answer(exchange, 201);
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

    UploadSlot slot(String host) {
        return slot(host, port());
    }

    static UploadSlot slot(String host, int port) {
        var place = "https://" + host + (port < 0 ? "" : ":" + port) + "/a%20b/film.mov?v=1";
        return new UploadSlot(
                URI.create(place),
                List.of(
                        new Header("Authorization", "Bearer x"),
                        new Header("Cookie", "a=1"),
                        new Header("Cookie", "b=2")),
                URI.create("https://localhost/film.mov"));
    }

    Transfer put(UploadSlot slot) {
        var transfer = transferOf(slot, Optional.empty(), new DnsNames());
        lanes.io().execute(transfer);
        return transfer;
    }

    HttpTransfer transferOf(UploadSlot slot, Optional<ProxyAccess> proxy, Names names) {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        var way = HttpLine.way(slot.put(), proxy, names, lanes.io());
        return transferOf(new HttpPut(way, trust, slot));
    }

    HttpTransfer transferOf(HttpPut put) {
        var told = new Progress(file.size(), clock, progress::add);
        return new HttpTransfer(put, file, told, lanes.core());
    }

    static LocalFile look(Path path) throws IOException {
        return new LocalFile(
                path,
                path.getFileName().toString(),
                Files.size(path),
                Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS),
                "video/quicktime");
    }

    Optional<Kind> failure(Transfer transfer) {
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
