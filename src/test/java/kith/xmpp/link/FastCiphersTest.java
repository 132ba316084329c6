package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabCa;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// In which order what the runtime can is offered to servers, and what these take.
class FastCiphersTest {

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, false, TLS_CHACHA20_POLY1305_SHA256",
        "TLSv1.2, false, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLSv1.3, true, TLS_AES_256_GCM_SHA384",
        "TLSv1.2, true, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
    })
    void aServerTakesTheFirstOrWhatItLikes(String protocol, boolean isServersOrder, String suite)
            throws Exception {
        var factory = LabCa.shared().issue("a.example").serverContext().getServerSocketFactory();
        try (var server =
                (SSLServerSocket)
                        factory.createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var parameters = server.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            parameters.setUseCipherSuitesOrder(isServersOrder);
            server.setSSLParameters(parameters);
            var serving = new FutureTask<>(() -> agree(server));
            Thread.ofVirtual().start(serving);
            try (var client =
                    (SSLSocket)
                            context()
                                    .getSocketFactory()
                                    .createSocket(server.getInetAddress(), server.getLocalPort())) {
                client.startHandshake();
                assertThat(client.getSession().getCipherSuite()).isEqualTo(suite);
            }
            assertThat(serving.get()).isEqualTo(suite);
        }
    }

    @Test
    void nothingIsLeftOutNorAdded() throws Exception {
        var usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
        var socket = (SSLSocket) context().getSocketFactory().createSocket();
        assertThat(socket.getEnabledCipherSuites()).containsExactlyInAnyOrder(usual);
        assertThat(context().createSSLEngine().getEnabledCipherSuites())
                .containsExactly(socket.getEnabledCipherSuites());
        assertThat(context().getDefaultSSLParameters().getCipherSuites())
                .containsExactly(socket.getEnabledCipherSuites());
    }

    @Test
    void theRestStaysInItsOrder() throws Exception {
        var usual = SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites();
        var offered = context().createSSLEngine("a.example", 5223).getEnabledCipherSuites();
        assertThat(slow(offered)).isNotEmpty().containsExactlyElementsOf(slow(usual));
        assertThat(offered).startsWith("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384");
    }

    private static SSLContext context() throws Exception {
        var context = FastCiphers.context();
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle()).trustManager();
        context.init(null, new TrustManager[] {trust}, null);
        return context;
    }

    private static String agree(SSLServerSocket server) throws Exception {
        try (var accepted = (SSLSocket) server.accept()) {
            accepted.startHandshake();
            return accepted.getSession().getCipherSuite();
        }
    }

    private static List<String> slow(String[] suites) {
        return Arrays.stream(suites).filter(suite -> !suite.contains("CHACHA20")).toList();
    }
}
