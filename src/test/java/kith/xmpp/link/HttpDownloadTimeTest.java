package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabCa;
import kith.model.Proxy;
import kith.xmpp.Download;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A server that takes its time with a file gets no more than was given (H44).
class HttpDownloadTimeTest extends HttpDownloadFixture {

    /// What comes now and then keeps each wait short, and would go on for hours.
    @Test
    void h44AServerThatDripsIsLeft() throws Exception {
        var drips = new CountDownLatch(1);
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nc"));
                    drips.countDown();
                    awaitQuietly(hungUp);
                });
        var download = get();
        awaitQuietly(drips);
        await().until(() -> download.size().isPresent());
        ends(download);
    }

    private void ends(Download download) {
        assertThat(timer.last()).isEqualTo(HttpDownload.PATIENCE);
        assertThat(download.done().toCompletableFuture()).isNotDone();
        timer.ring();
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        hungUp.countDown();
    }

    @Test
    void h44AServerThatFallsSilentIsLeft() throws Exception {
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nc"));
                    awaitQuietly(hungUp);
                });
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        var download =
                begun(
                        new HttpDownload(
                                Optional.of(ways()),
                                trust,
                                PICTURE,
                                MOST,
                                lanes.core(),
                                timer,
                                Duration.ofMillis(200)));
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        hungUp.countDown();
    }

    /// It never says who it is.
    @Test
    void h44AServerThatIsSilentInTheHandshakeIsLeft() throws Exception {
        var came = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        try (var silent = new ServerSocket(0, 1, LOOPBACK)) {
            serving.execute(() -> readToTheEnd(silent, came, left));
            var ways =
                    new WebWays(
                            Optional.empty(),
                            names(),
                            Optional.empty(),
                            _ -> new Socket(LOOPBACK, silent.getLocalPort()),
                            lanes.io());
            var download = begun(downloadOf(ways, PICTURE, MOST));
            awaitQuietly(came);
            ends(download);
            awaitQuietly(left);
            assertThat(left.getCount()).as("the line is closed").isZero();
        }
    }

    private static void readToTheEnd(
            ServerSocket listening, CountDownLatch came, CountDownLatch left) {
        try (var client = listening.accept()) {
            client.getInputStream().read();
            came.countDown();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            left.countDown();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void h44AProxyThatIsSilentIsLeft(Proxy.Kind kind) {
        try (var proxy = start(kind).letInOnly("mara", "pass")) {
            proxy.hold();
            var ways = ways(access(kind, proxy, "pass"));
            var download = begun(downloadOf(ways, PICTURE, MOST));
            await().until(() -> proxy.asked().size() == 1);
            ends(download);
        }
    }

    /// What is put together from several answers takes no more time either.
    @Test
    void h44TheTimeIsForAllThatItLeadsTo() throws Exception {
        var second = new CountDownLatch(1);
        serve(
                LabCa.shared().issue(HOST),
                exchange -> {
                    if (asked.size() < 2) {
                        exchange.getResponseHeaders().set("Location", "/other");
                        answer(exchange, 302);
                    } else {
                        second.countDown();
                        awaitQuietly(hungUp);
                    }
                });
        var download = get(URI.create("https://" + HOST + "/"));
        awaitQuietly(second);
        ends(download);
        assertThat(timer.isSet()).isFalse();
    }
}
