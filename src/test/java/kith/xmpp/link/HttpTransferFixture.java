package kith.xmpp.link;

import com.sun.net.httpserver.HttpExchange;

import kith.lab.LabCa;
import kith.model.LocalFile;
import kith.model.ProxyAccess;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.UploadSlot;
import kith.xmpp.UploadSlot.Header;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// A file that is sent to an HTTPS server, which the test is.
abstract class HttpTransferFixture extends HttpFixture {

    static final long SIZE = 1_500_000;

    final List<Long> progress = new CopyOnWriteArrayList<>();
    final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    LongSupplier clock = System::nanoTime;
    LocalFile file;
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        var bytes = new byte[(int) SIZE];
        new Random(7).nextBytes(bytes);
        file = look(Files.write(folder.resolve("film.mov"), bytes));
    }

    void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (body.length == file.size()) {
            bodies.add(body);
        }
        answer(exchange, 201);
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
        return failure(transfer.done());
    }
}
