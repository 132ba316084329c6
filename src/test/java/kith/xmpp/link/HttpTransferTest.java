package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A file comes to a server by HTTPS whole, or it is told why it doesn't (F34).
class HttpTransferTest extends HttpTransferFixture {

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

    /// It has what it wants, whatever it waits for.
    @Test
    void f34AServerThatDoesNotHangUpIsNotWaitedFor() throws Exception {
        var never = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(201, 1);
                    exchange.getResponseBody().flush();
                    awaitQuietly(never);
                });
        assertThat(failure(put(slot("localhost")))).isEmpty();
        never.countDown();
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
}
