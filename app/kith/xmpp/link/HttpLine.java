package kith.xmpp.link;

import kith.model.ProxyAccess;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// A connection by TLS for one request to a place of the web.
///
/// The JDK's own clients look the host up themselves, also where a proxy is to do that, and sign in
/// to proxies only by what the whole process knows; so the way is [ThroughProxy], as for all that
/// an account connects to.
///
/// Blocks; once only.
final class HttpLine {

    private static final Logger LOG = LoggerFactory.getLogger(HttpLine.class);

    private static final int USUAL_PORT = 443;

    private final RacingSockets.Way way;
    private final TrustedCertificates trust;
    private final URI place;
    private final Duration patience;

    /// @param place has a host
    /// @param patience for each word of the server
    HttpLine(RacingSockets.Way way, TrustedCertificates trust, URI place, Duration patience) {
        this.way = way;
        this.trust = trust;
        this.place = place;
        this.patience = patience;
    }

    /// How a place is reached: through the account's proxy if it has one, and then in no other way.
    static RacingSockets.Way way(URI place, Optional<ProxyAccess> proxy, Names names, Executor io) {
        var host = host(place);
        int port = port(place);
        return proxy.map(access -> tunnel(host, port, access, names, io))
                .orElseGet(() -> ConnectionSettings.straight(host, port, names, () -> {}, io));
    }

    /// How a host is reached through a proxy.
    static RacingSockets.Way tunnel(
            String host, int port, ProxyAccess access, Names names, Executor io) {
        var target = new ProxyTarget(host, port);
        return () -> ConnectionSettings.tunnel(target, access, names, () -> {}, io).connect();
    }

    /// Is told of a socket as soon as it is there.
    @FunctionalInterface
    interface Opened {

        void opened(Socket socket) throws IOException;
    }

    /// A server that is who it should be.
    ///
    /// @param plain what is under TLS
    record Connected(Socket plain, SSLSocket secure) implements AutoCloseable {

        /// Says goodbye, and waits for none: the JDK would read on for as long as the server goes
        /// on, or says nothing.
        @Override
        public void close() throws IOException {
            try {
                secure.shutdownOutput();
            } catch (IOException gone) {
                LOG.debug("Nobody to say goodbye to", gone);
            } finally {
                plain.close();
            }
        }
    }

    /// Connects and asks the server who it is.
    ///
    /// @param opened is told of the socket, to end what takes too long
    /// @throws TransferException where nobody vouches for it
    Connected connect(Opened opened) throws IOException {
        var plain = reach();
        boolean isSecure = false;
        try {
            opened.opened(plain);
            plain.setSoTimeout(Math.toIntExact(patience.toMillis()));
            var secure = secure(plain);
            secure.startHandshake();
            isSecure = true;
            return new Connected(plain, secure);
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

    private Socket reach() throws IOException {
        try {
            return way.connect();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        }
    }

    private SSLSocket secure(Socket plain) throws IOException {
        try {
            var secure =
                    (SSLSocket)
                            trust.forHttps()
                                    .getSocketFactory()
                                    .createSocket(plain, host(place), port(place), true);
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 9110 §4.3.4
            secure.setSSLParameters(parameters);
            return secure;
        } catch (GeneralSecurityException impossible) {
            throw new SSLException("this runtime has no TLS", impossible);
        }
    }

    /// The first lines of a request, up to and with the host.
    static String firstLines(String method, URI place) {
        var path = Optional.ofNullable(place.getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
        var query = Optional.ofNullable(place.getRawQuery()).map(it -> "?" + it).orElse("");
        var port = place.getPort() < 0 ? "" : ":" + place.getPort();
        return method
                + " "
                + path
                + query
                + " HTTP/1.1\r\nHost: "
                + place.getHost()
                + port
                + "\r\n";
    }

    /// Ends a line at once, whoever reads or writes there.
    static void cut(Socket open) {
        try {
            open.close();
        } catch (IOException noMatter) {
            LOG.debug("Closing", noMatter);
        }
    }

    /// The host of a place, without the brackets of an address.
    static String host(URI place) {
        var host = place.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI place) {
        return place.getPort() < 0 ? USUAL_PORT : place.getPort();
    }
}
