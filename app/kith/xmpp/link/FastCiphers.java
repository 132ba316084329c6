package kith.xmpp.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// TLS whose connections offer first what is fast here: ChaCha20-Poly1305 (RFC 7905, RFC 8446 §9.1)
/// before AES-GCM. The runtime's first compiler, the only one that Kith runs with, knows no
/// instructions for AES, and reads that at a fifth of the speed.
///
/// All that the runtime offers is offered still, and the rest stays in its order. Servers that go
/// by the client's order take what comes first; others take what they like.
final class FastCiphers extends SSLContextSpi {

    private static final Comparator<String> FASTEST_FIRST =
            Comparator.comparingInt(FastCiphers::rank);

    private final SSLContext runtime;

    private FastCiphers(SSLContext runtime) {
        this.runtime = runtime;
    }

    /// A new context, yet to be initialized.
    static SSLContext context() {
        var runtime = runtime();
        return new SSLContext(
                new FastCiphers(runtime), runtime.getProvider(), runtime.getProtocol()) {};
    }

    private static SSLContext runtime() {
        try {
            return SSLContext.getInstance("TLS");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each runtime has TLS", impossible);
        }
    }

    /// TLS 1.3 before what is older, and then by speed; the sorting is stable.
    private static int rank(String suite) {
        boolean isFast = suite.contains("_CHACHA20_POLY1305_");
        if (suite.startsWith("TLS_CHACHA20_") || suite.startsWith("TLS_AES_")) {
            return isFast ? 0 : 1;
        }
        return isFast && suite.startsWith("TLS_ECDHE_") ? 2 : 3;
    }

    private static Socket preferring(Socket made) {
        if (made instanceof SSLSocket socket) {
            socket.setEnabledCipherSuites(inOrder(socket.getEnabledCipherSuites()));
        }
        return made;
    }

    private static String[] inOrder(String[] suites) {
        return Arrays.stream(suites).sorted(FASTEST_FIRST).toArray(String[]::new);
    }

    private static SSLEngine preferring(SSLEngine engine) {
        engine.setEnabledCipherSuites(inOrder(engine.getEnabledCipherSuites()));
        return engine;
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
            throws KeyManagementException {
        runtime.init(keys, trust, random);
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return new Sockets(runtime.getSocketFactory());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return runtime.getServerSocketFactory();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return preferring(runtime.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return preferring(runtime.createSSLEngine(host, port));
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return runtime.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return runtime.getClientSessionContext();
    }

    /// The runtime's sockets, asked to offer in our order.
    private static final class Sockets extends SSLSocketFactory {

        private final SSLSocketFactory runtime;

        Sockets(SSLSocketFactory runtime) {
            this.runtime = runtime;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return inOrder(runtime.getDefaultCipherSuites());
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return runtime.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return preferring(runtime.createSocket());
        }

        @Override
        public Socket createSocket(Socket tcp, String host, int port, boolean isOwned)
                throws IOException {
            return preferring(runtime.createSocket(tcp, host, port, isOwned));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return preferring(runtime.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort)
                throws IOException {
            return preferring(runtime.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return preferring(runtime.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
                throws IOException {
            return preferring(runtime.createSocket(host, port, from, fromPort));
        }
    }
}
