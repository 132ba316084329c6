package kith.xmpp.link;

import com.sun.net.httpserver.HttpExchange;

import kith.lab.LabCa;
import kith.model.ProxyAccess;
import kith.xmpp.Download;

import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// A file that is fetched from a host that seems to be far away, and is the test.
abstract class HttpDownloadFixture extends HttpFixture {

    static final String HOST = "pictures.hearth.example";
    static final URI PICTURE = URI.create("https://" + HOST + "/a%20b/cat.png?v=1#ear");
    static final long MOST = 1_000_000;

    /// For documentation (RFC 5737): nobody is there, and nobody connects there.
    static final InetAddress FAR = InetAddress.ofLiteral("192.0.2.7");

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    final HandTimer timer = new HandTimer();

    /// What is said by DNS; a test may have it say something else.
    Function<String, List<InetAddress>> dns = _ -> List.of(FAR);

    final List<String> lookedUp = new CopyOnWriteArrayList<>();

    /// The endpoints that are connected to, all at once each time.
    final List<List<InetSocketAddress>> connected = new CopyOnWriteArrayList<>();

    /// What was asked of [#talk], with all its lines.
    final List<List<String>> heads = new CopyOnWriteArrayList<>();

    /// Whether somebody has hung up on [#talk] while it spoke.
    final CountDownLatch hungUp = new CountDownLatch(1);

    private Optional<ServerSocket> listening = Optional.empty();

    @AfterEach
    void hangUp() throws IOException {
        if (listening.isPresent()) {
            listening.get().close();
        }
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// What a server says once it was asked, or goes on to say.
    @FunctionalInterface
    interface Talk {

        void answer(OutputStream out) throws IOException;
    }

    /// A server that says only what it is told to, and then hangs up. It takes the place of the
    /// one before.
    void talk(Talk talk) throws IOException {
        hangUp();
        var opened =
                LabCa.shared()
                        .issue(HOST)
                        .serverContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, LOOPBACK);
        listening = Optional.of(opened);
        serving.execute(() -> accept(opened, talk));
    }

    /// Where [#talk] is.
    InetSocketAddress talking() {
        return new InetSocketAddress(LOOPBACK, listening.orElseThrow().getLocalPort());
    }

    void talk(String text) throws IOException {
        talk(out -> out.write(ascii(text)));
    }

    private void accept(ServerSocket opened, Talk talk) {
        try {
            while (true) {
                var client = opened.accept();
                serving.execute(() -> speak(client, talk));
            }
        } catch (IOException failure) {
            if (!opened.isClosed()) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void speak(Socket client, Talk talk) {
        try (client) {
            var in = client.getInputStream();
            var head = new ArrayList<String>();
            for (var line = HttpAnswer.line(in, 4096);
                    !line.isEmpty();
                    line = HttpAnswer.line(in, 4096)) {
                head.add(line);
            }
            heads.add(List.copyOf(head));
            talk.answer(client.getOutputStream());
        } catch (IOException gone) {
            hungUp.countDown();
        }
    }

    /// A server by the book, for the host that is far away.
    void serve(byte[] picture) throws IOException {
        serve(LabCa.shared().issue(HOST), exchange -> give(exchange, picture));
    }

    static void give(HttpExchange exchange, byte[] picture) throws IOException {
        exchange.sendResponseHeaders(200, picture.length == 0 ? -1 : picture.length);
        try (exchange) {
            exchange.getResponseBody().write(picture);
        }
    }

    Download get() {
        return get(PICTURE);
    }

    Download get(URI place) {
        return get(place, MOST);
    }

    Download get(URI place, long most) {
        return begun(downloadOf(ways(), place, most));
    }

    HttpDownload begun(HttpDownload download) {
        lanes.io().execute(download);
        return download;
    }

    HttpDownload downloadOf(WebWays ways, URI place, long most) {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        return new HttpDownload(Optional.of(ways), trust, place, most, lanes.core(), timer);
    }

    /// As an account has them whose server is on the internet.
    WebWays ways() {
        return new WebWays(Optional.empty(), names(), Optional.of(FAR), this::near, lanes.io());
    }

    WebWays ways(ProxyAccess proxy) {
        return new WebWays(Optional.of(proxy), NO_NAMES, Optional.empty(), this::near, lanes.io());
    }

    /// Whatever is connected to is here.
    private Socket near(List<InetSocketAddress> endpoints) throws IOException {
        connected.add(endpoints);
        int port = listening.map(ServerSocket::getLocalPort).orElseGet(this::port);
        return new Socket(LOOPBACK, port);
    }

    Names names() {
        return new Names() {
            @Override
            public List<SrvRecord> services(String service, String domain) {
                throw new AssertionError("asked for " + domain);
            }

            @Override
            public List<InetAddress> addresses(String host) throws UnknownHostException {
                lookedUp.add(host);
                var known = dns.apply(host);
                if (known.isEmpty()) {
                    throw new UnknownHostException(host);
                }
                return known;
            }
        };
    }

    static byte[] fetched(Download download) throws Exception {
        return TestLink.await(download.done());
    }
}
