package kith.xmpp.link;

import kith.model.ProxyAccess;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;
import kith.xmpp.UploadSlot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// One request by HTTP/1.1 (RFC 9112) over TLS that puts a file somewhere, and its answer.
///
/// The JDK's own clients look the host up themselves, also where a proxy is to do that, and sign in
/// to proxies only by what the whole process knows; so the way is [ThroughProxy], as for all that
/// an account connects to. Nothing is followed, kept or said but what the slot says: no redirects,
/// no cookies, no name of the program.
///
/// Blocks; once only.
final class HttpPut {

    private static final int USUAL_PORT = 443;

    /// As much as TLS packs together (RFC 8446 §5.1).
    private static final int PIECE = 16 * 1024;

    /// The system would take in megabytes at once, of which nobody knows then how slowly they go;
    /// while it takes nothing more a slow line looks like one that has died.
    private static final int UNDERWAY = 256 * 1024;

    /// For the server to take the file in once it has all of it.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// For its word on why it has hung up.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RacingSockets.Way way;
    private final TrustedCertificates trust;
    private final UploadSlot slot;

    HttpPut(RacingSockets.Way way, TrustedCertificates trust, UploadSlot slot) {
        this.way = way;
        this.trust = trust;
        this.slot = slot;
    }

    /// How a place is reached: through the account's proxy if it has one, and then in no other way.
    static RacingSockets.Way way(URI place, Optional<ProxyAccess> proxy, Names names, Executor io) {
        var host = host(place);
        int port = port(place);
        return proxy.<RacingSockets.Way>map(
                        access ->
                                () ->
                                        ConnectionSettings.tunnel(
                                                        new ProxyTarget(host, port),
                                                        access,
                                                        names,
                                                        () -> {},
                                                        io)
                                                .connect())
                .orElseGet(() -> ConnectionSettings.straight(host, port, names, () -> {}, io));
    }

    /// Connects and asks the server who it is.
    ///
    /// @param opened is told of the socket, to end what takes too long
    /// @throws TransferException where nobody vouches for it
    SSLSocket connect(Opened opened) throws IOException {
        var plain = reach();
        boolean isSecure = false;
        try {
            opened.opened(plain);
            plain.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            plain.setSendBufferSize(UNDERWAY);
            var host = host(slot.put());
            var secure = secure(plain, host, port(slot.put()));
            secure.startHandshake();
            isSecure = true;
            return secure;
        } catch (SSLException failed) {
            if (isDistrust(failed)) {
                throw new TransferException(Kind.NOT_TRUSTED, String.valueOf(failed.getMessage()));
            }
            throw failed;
        } finally {
            if (!isSecure) {
                plain.close();
            }
        }
    }

    /// Whether it is about who the server is. The JDK says by the same exception that the line was
    /// cut before that was known.
    private static boolean isDistrust(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        each ->
                                each instanceof CertificateException
                                        || each instanceof CertPathValidatorException
                                        || each instanceof CertPathBuilderException
                                        || each instanceof SSLPeerUnverifiedException);
    }

    /// Is told of a socket as soon as it is there.
    @FunctionalInterface
    interface Opened {

        void opened(Socket socket) throws IOException;
    }

    private Socket reach() throws IOException {
        try {
            return way.connect();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        }
    }

    private SSLSocket secure(Socket plain, String host, int port) throws IOException {
        try {
            var secure =
                    (SSLSocket)
                            trust.forHttps()
                                    .getSocketFactory()
                                    .createSocket(plain, host, port, true);
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 9110 §4.3.4
            secure.setSSLParameters(parameters);
            return secure;
        } catch (GeneralSecurityException impossible) {
            throw new SSLException("this runtime has no TLS", impossible);
        }
    }

    /// Sends it, and hears what the server says.
    ///
    /// @param size exactly what the body has
    /// @return the status (RFC 9110 §15)
    /// @throws BodyException where the body can't be read, or has another size
    int send(SSLSocket socket, InputStream body, long size, String type, LongConsumer progress)
            throws IOException {
        try {
            var out = socket.getOutputStream();
            out.write(head(size, type).getBytes(StandardCharsets.US_ASCII));
            long gone = 0;
            var piece = new byte[PIECE];
            for (int count = read(body, piece); count >= 0; count = read(body, piece)) {
                if (gone + count > size) {
                    throw new BodyException("grown");
                }
                out.write(piece, 0, count);
                gone += count;
                progress.accept(gone);
            }
            if (gone < size) {
                throw new BodyException("shorter");
            }
            out.flush();
        } catch (BodyException ours) {
            throw ours;
        } catch (IOException hungUp) {
            return lastWords(socket, hungUp);
        }
        return HttpAnswer.status(socket.getInputStream());
    }

    /// A server that doesn't want it says so and hangs up, without having read it all.
    private static int lastWords(SSLSocket socket, IOException hungUp) throws IOException {
        try {
            socket.setSoTimeout(Math.toIntExact(LAST_WORDS.toMillis()));
            return HttpAnswer.status(socket.getInputStream());
        } catch (IOException nothing) {
            hungUp.addSuppressed(nothing);
            throw hungUp;
        }
    }

    private static int read(InputStream body, byte[] piece) throws BodyException {
        try {
            return body.read(piece);
        } catch (IOException unreadable) {
            throw (BodyException) new BodyException("unreadable").initCause(unreadable);
        }
    }

    /// The file, not the line.
    static final class BodyException extends IOException {

        private static final long serialVersionUID = 1L;

        BodyException(String what) {
            super(what);
        }
    }

    private String head(long size, String type) {
        var put = slot.put();
        var path = put.getRawPath() == null || put.getRawPath().isEmpty() ? "/" : put.getRawPath();
        var query = put.getRawQuery() == null ? "" : "?" + put.getRawQuery();
        var head =
                new StringBuilder()
                        .append("PUT ")
                        .append(path)
                        .append(query)
                        .append(" HTTP/1.1\r\n")
                        .append("Host: ")
                        .append(put.getRawAuthority())
                        .append("\r\n")
                        .append("Content-Length: ")
                        .append(size)
                        .append("\r\n")
                        .append("Content-Type: ")
                        .append(type)
                        .append("\r\n")
                        .append("Connection: close\r\n");
        for (var header : slot.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String host(URI place) {
        var host = place.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI place) {
        return place.getPort() < 0 ? USUAL_PORT : place.getPort();
    }
}
