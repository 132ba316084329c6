package kith.xmpp.link;

import kith.base.GuardedFuture;
import kith.base.Lane;
import kith.base.Timer;
import kith.xmpp.AsciiAddress;
import kith.xmpp.Download;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

import javax.net.ssl.SSLSocket;

/// A file that is fetched by HTTP/1.1 (RFC 9112) from where somebody says that it lies: somebody
/// who may mean harm, as may the server there. What leads on is followed a few times, and looked at
/// each time as the first place was. The server learns nothing but what is asked for; nothing is
/// unpacked, and no more taken into memory than has come and is wanted.
///
/// Runs on io, where it blocks; once only.
final class HttpDownload implements Download, Transfers.Going {

    private static final Logger LOG = LoggerFactory.getLogger(HttpDownload.class);

    private static final int MOST_REDIRECTS = 3;

    /// For each word of the server, usually.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /// For all of it, connecting included.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// What there can be of bytes in one array of Java.
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final String REQUEST = "Accept: */*\r\nConnection: close\r\n\r\n";

    private final Optional<WebWays> ways;
    private final TrustedCertificates trust;
    private final URI place;
    private final long most;
    private final Lane core;
    private final Timer timer;
    private final Duration silence;
    private final GuardedFuture<byte[]> done;
    private volatile OptionalLong size = OptionalLong.empty();
    private Optional<Socket> socket = Optional.empty();
    private boolean isEnded;

    /// @param ways empty where there is none
    /// @param most bytes
    /// @param core where its end is told
    HttpDownload(
            Optional<WebWays> ways,
            TrustedCertificates trust,
            URI place,
            long most,
            Lane core,
            Timer timer) {
        this(ways, trust, place, most, core, timer, SILENCE);
    }

    /// @param silence how long each word of the server may take
    HttpDownload(
            Optional<WebWays> ways,
            TrustedCertificates trust,
            URI place,
            long most,
            Lane core,
            Timer timer,
            Duration silence) {
        this.ways = ways;
        this.trust = trust;
        this.place = place;
        this.most = most;
        this.core = core;
        this.timer = timer;
        this.silence = silence;
        this.done = new GuardedFuture<>(core);
    }

    @Override
    public CompletionStage<byte[]> done() {
        return done;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public void cancel() {
        end("cancelled");
    }

    /// Whoever waits is told at once: a name may still be looked up, which can't be ended.
    private void end(String why) {
        Optional<Socket> open;
        synchronized (this) {
            isEnded = true;
            open = socket;
        }
        open.ifPresent(HttpLine::cut);
        fail(interrupted(why));
    }

    @Override
    public void run() {
        var alarm = timer.after(PATIENCE, () -> end("too slow"));
        done().whenComplete((_, _) -> alarm.close());
        try {
            var bytes = fetch();
            core.execute(() -> done.complete(bytes));
        } catch (TransferException known) {
            fail(known);
        } catch (RuntimeException | Error bug) {
            fail(interrupted("a bug"));
            throw bug;
        }
    }

    private void fail(TransferException failure) {
        core.execute(() -> done.completeExceptionally(failure));
    }

    private byte[] fetch() {
        try {
            var at = ascii(place);
            for (int left = MOST_REDIRECTS; ; left--) {
                try (var line = line(at)) {
                    var in = new BufferedInputStream(line.secure().getInputStream());
                    var answer = ask(line.secure(), at, in);
                    if (!isRedirect(answer.status())) {
                        return body(answer, in);
                    }
                    if (left == 0) {
                        throw WebWays.unsafe("leads on and on");
                    }
                    at = next(at, answer);
                }
            }
        } catch (IOException broken) {
            LOG.info("Not fetched: {}", broken.toString());
            throw interrupted(String.valueOf(broken.getMessage()));
        }
    }

    private HttpLine.Connected line(URI at) throws IOException {
        checkGoing(); // or a name would be looked up for nobody
        var way = ways.orElseThrow(() -> interrupted("offline")).to(at);
        return new HttpLine(way, trust, at, silence).connect(this::opened);
    }

    private synchronized void opened(Socket opened) {
        checkGoing();
        socket = Optional.of(opened);
    }

    private synchronized void checkGoing() {
        if (isEnded) {
            throw interrupted("ended");
        }
    }

    private static HttpAnswer ask(SSLSocket line, URI at, InputStream in) throws IOException {
        var request = HttpLine.firstLines("GET", at) + REQUEST;
        line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return HttpAnswer.read(in);
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static URI next(URI at, HttpAnswer answer) {
        var location = answer.location().orElseThrow(() -> refused(answer));
        try {
            var onward = new URI(location.startsWith("?") ? at.getRawPath() + location : location);
            return ascii(at.resolve(onward)); // which knows RFC 2396 only, where ? is another file
        } catch (URISyntaxException unreadable) {
            throw refused(answer);
        }
    }

    private static URI ascii(URI place) {
        return AsciiAddress.of(place).orElseThrow(() -> WebWays.unsafe("half a character"));
    }

    private byte[] body(HttpAnswer answer, InputStream in) throws IOException {
        switch (answer.status()) {
            case 200 -> {}
            case 404, 410 -> throw new TransferException(Kind.GONE, "HTTP " + answer.status());
            default -> throw refused(answer);
        }
        if (answer.isCoded()) {
            throw refused(answer);
        }
        size = answer.length();
        if (size.orElse(0) > most) {
            throw new TransferException(Kind.TOO_LARGE, "as the server says");
        }
        int atMost = (int) Math.min(most, LARGEST - 1);
        var bytes = new HttpBody(answer, in).readNBytes(atMost + 1);
        if (bytes.length > atMost) {
            throw new TransferException(Kind.TOO_LARGE, "no end");
        }
        return bytes;
    }

    private static TransferException refused(HttpAnswer answer) {
        var kind = answer.status() >= 500 ? Kind.BUSY : Kind.REFUSED;
        return new TransferException(kind, "HTTP " + answer.status());
    }

    private static TransferException interrupted(String why) {
        return new TransferException(Kind.INTERRUPTED, why);
    }
}
