package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Each certificate, as a TLS client that checks the host name sees it.
class LabCaTest {

    private static final LabCa CA = LabCa.shared();

    @Test
    void aGoodCertificateIsAccepted() {
        var certificate = CA.issue("hearth.example", "127.0.0.1");
        assertThatCode(() -> shakeHands(certificate, "hearth.example")).doesNotThrowAnyException();
        assertThatCode(() -> shakeHands(certificate, "127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        assertThatThrownBy(() -> shakeHands(CA.issue("elsewhere.example"), "hearth.example"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("hearth.example");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertThatThrownBy(() -> shakeHands(CA.issueExpired("hearth.example"), "hearth.example"))
                .hasRootCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void aCertificateOfTomorrowIsRefused() {
        assertThatThrownBy(
                        () -> shakeHands(CA.issueNotYetValid("hearth.example"), "hearth.example"))
                .hasRootCauseInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void aSelfSignedCertificateIsRefused() {
        assertThatThrownBy(() -> shakeHands(CA.selfSigned("hearth.example"), "hearth.example"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("unable to find valid certification path");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        assertThatThrownBy(() -> shakeHands(new LabCa().issue("hearth.example"), "hearth.example"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX path");
    }

    @Test
    void theBundleIsOnePemCertificate() {
        assertThat(CA.bundle()).content().startsWith("-----BEGIN CERTIFICATE-----");
    }

    private static void shakeHands(LabCertificate certificate, String host) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = listen(certificate.serverContext())) {
            Thread.ofVirtual().start(() -> answerOne(server));
            var plain = new Socket(loopback, server.getLocalPort());
            var factory = CA.clientContext().getSocketFactory();
            try (var client =
                    (SSLSocket) factory.createSocket(plain, host, server.getLocalPort(), true)) {
                var parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                client.startHandshake();
            }
        }
    }

    private static SSLServerSocket listen(SSLContext context) throws IOException {
        var factory = context.getServerSocketFactory();
        return (SSLServerSocket) factory.createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void answerOne(SSLServerSocket server) {
        try (var client = (SSLSocket) server.accept()) {
            client.startHandshake();
        } catch (IOException refusedByClient) {
            // Its own side tells the test.
        }
    }
}
