package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;

import kith.lab.LabCa;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A file comes from a server by HTTPS whole, or it is told why it doesn't.
class HttpDownloadTest extends HttpDownloadFixture {

    @Test
    void fetchesAllOfIt() throws Exception {
        var picture = bytes(300_000);
        serve(picture);
        var download = get();
        assertThat(fetched(download)).isEqualTo(picture);
        assertThat(download.size()).hasValue(300_000);
        assertThat(asked).hasSize(1);
        await("nothing is left behind").until(() -> !timer.isSet());
    }

    /// No cookie, no referrer, no name of the program, and nothing that would be packed.
    @Test
    void h53AsksForNothingButTheFile() throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ncat");
        assertThat(fetched(get())).isEqualTo(ascii("cat"));
        assertThat(heads)
                .containsExactly(
                        List.of(
                                "GET /a%20b/cat.png?v=1 HTTP/1.1",
                                "Host: " + HOST, "Accept: */*", "Connection: close"));
    }

    @Test
    void whatIsNotInAsciiIsAskedForInAscii() throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ncat");
        assertThat(fetched(get(URI.create("https://" + HOST + "/kätzchen?ö")))).hasSize(3);
        assertThat(heads.getFirst()).contains("GET /k%C3%A4tzchen?%C3%B6 HTTP/1.1");
        assertThat(fetched(get(URI.create("https://" + HOST)))).hasSize(3);
        assertThat(heads.getLast()).contains("GET / HTTP/1.1");
    }

    /// Some become ASCII that no address may have, where characters are composed; others another
    /// name.
    @ParameterizedTest
    @CsvSource({"\u1fef, %E1%BF%AF", "\u212a, %E2%84%AA", "a\u0308, a%CC%88"})
    void whatIsNotInAsciiIsAskedForAsItIsWritten(String written, String asked) throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ncat");
        assertThat(fetched(get(URI.create("https://" + HOST + "/" + written)))).hasSize(3);
        assertThat(heads.getFirst()).contains("GET /" + asked + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nall of it",
                "HTTP/1.1 200 OK\r\ncontent-length:8, 8\r\n\r\nall of i",
                "HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Length: 8\r\n\r\nall of i",
                "HTTP/1.0 200 OK\r\n\r\nall of i",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of i",
                "HTTP/1.1 200 OK\nContent-Encoding: identity\n\nall of i",
                "HTTP/1.1 103 Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nall of i",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nall of i\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 2\r\n\r\n3"
                        + "\r\nall\r\n5;a=b\r\n of i\r\n0\r\nX-Sum: 1\r\n\r\n"
            })
    void anEndIsToldInSeveralWays(String answer) throws Exception {
        talk(answer);
        assertThat(fetched(get())).isEqualTo(ascii("all of i"));
    }

    @Test
    void aFileOfNothingIsAFile() throws Exception {
        talk("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(fetched(get())).isEmpty();
    }

    /// And what is no answer with a file in it is told apart.
    @ParameterizedTest
    @CsvSource({
        "201,REFUSED",
        "204,REFUSED",
        "206,REFUSED",
        "300,REFUSED",
        "304,REFUSED",
        "400,REFUSED",
        "401,REFUSED",
        "403,REFUSED",
        "404,GONE",
        "407,REFUSED",
        "410,GONE",
        "413,REFUSED",
        "418,REFUSED",
        "429,REFUSED",
        "500,BUSY",
        "503,BUSY",
        "507,BUSY"
    })
    void whatTheServerSays(int status, Kind failure) throws Exception {
        talk(
                "HTTP/1.1 %d So\r\nContent-Length: 3\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                                .formatted(status)
                        + "Location: https://elsewhere.example/\r\n\r\ncat");
        assertThat(failure(get().done())).contains(failure);
        assertThat(heads).as("nobody is asked who they are, nothing is tried again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws Exception {
        serve(LabCa.shared().issue(HOST), exchange -> lead(exchange, status, "/other/cat.png"));
        assertThat(fetched(get())).isEqualTo(ascii("/other/cat.png"));
        assertThat(asked).hasSize(2);
    }

    private static void lead(HttpExchange exchange, int status, String to) throws IOException {
        var at = exchange.getRequestURI().toString();
        if (at.startsWith("/a%20b/cat.png?v=1")) {
            exchange.getResponseHeaders().set("Location", to);
            exchange.getResponseHeaders().set("Set-Cookie", "a=1");
            answer(exchange, status);
        } else {
            give(exchange, ascii(at));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://pictures.hearth.example/x#y,/x",
        "//pictures.hearth.example/x,/x",
        "dog.png,/a%20b/dog.png",
        "../dog.png,/dog.png",
        "?v=2,/a%20b/cat.png?v=2",
        "HTTPS://PICTURES.hearth.example:443/x,/x"
    })
    void aRedirectMayBeRelative(String location, String asks) throws Exception {
        serve(LabCa.shared().issue(HOST), exchange -> lead(exchange, 302, location));
        assertThat(fetched(get())).isEqualTo(ascii(asks));
        assertThat(asked.getLast().getRequestHeaders())
                .as("nor does a redirect give us anything to say")
                .containsOnlyKeys("Host", "Accept", "Connection");
    }

    @Test
    void theSizeIsKnownBeforeTheFileIsThere() throws Exception {
        var rest = new CountDownLatch(1);
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncat"));
                    awaitQuietly(rest);
                    out.write(ascii("dog"));
                });
        var download = get();
        await().until(() -> download.size().isPresent());
        assertThat(download.size()).hasValue(6);
        assertThat(download.done().toCompletableFuture()).isNotDone();
        rest.countDown();
        assertThat(fetched(download)).isEqualTo(ascii("catdog"));
    }

    /// And the server can't go on.
    @Test
    void isCancelledMidway() throws Exception {
        var isCancelled = new CountDownLatch(1);
        talk(
                out -> {
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n"));
                    awaitQuietly(isCancelled);
                    for (int i = 0; i < 8_000; i++) {
                        out.write(new byte[10_000]);
                    }
                });
        var download = get(PICTURE, Integer.MAX_VALUE);
        await().until(() -> download.size().isPresent());
        download.cancel();
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        isCancelled.countDown();
        awaitQuietly(hungUp);
        assertThat(hungUp.getCount()).isZero();
    }

    @Test
    void isCancelledBeforeItBegins() {
        var download = downloadOf(ways(), PICTURE, MOST);
        download.cancel();
        begun(download);
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        assertThat(lookedUp).isEmpty();
    }

    /// A name that is looked up can't be left, but whoever waits can.
    @Test
    void isCancelledWhileANameIsLookedUp() {
        var asksDns = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        dns =
                _ -> {
                    asksDns.countDown();
                    awaitQuietly(never);
                    return List.of(FAR);
                };
        var download = get();
        awaitQuietly(asksDns);
        download.cancel();
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
        never.countDown();
    }

    @Test
    void cancellingWhatIsThereDoesNothing() throws Exception {
        serve(bytes(3));
        var download = get();
        assertThat(fetched(download)).hasSize(3);
        download.cancel();
        assertThat(failure(download.done())).isEmpty();
    }

    @Test
    void whoeverWaitsIsToldOnCore() throws Exception {
        serve(bytes(3));
        for (var place : List.of(PICTURE, URI.create("ftp://" + HOST))) {
            var isOnCore = new CompletableFuture<Boolean>();
            var download = downloadOf(ways(), place, MOST);
            download.done().whenComplete((_, _) -> isOnCore.complete(lanes.core().isCurrent()));
            begun(download);
            assertThat(TestLink.await(isOnCore)).isTrue();
        }
    }

    @Test
    void aServerThatIsNotThere() {
        dns = _ -> List.of();
        assertThat(failure(get().done())).contains(Kind.INTERRUPTED);
        var ways =
                new WebWays(
                        Optional.empty(),
                        new DnsNames(),
                        Optional.of(LOOPBACK),
                        found -> ConnectionSettings.race(found, () -> {}, lanes.io()),
                        lanes.io());
        var download = begun(downloadOf(ways, URI.create("https://localhost:1/"), MOST));
        assertThat(failure(download.done())).contains(Kind.INTERRUPTED);
    }
}
