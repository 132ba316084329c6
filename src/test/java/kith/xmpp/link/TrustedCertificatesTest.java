package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.lab.LabCa;
import kith.lab.LabCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

class TrustedCertificatesTest {

    @TempDir Path folder;

    @Test
    void believesWhomTheBundleNamesAmongOthers() throws IOException {
        var ca = LabCa.shared();
        var bundle = Files.createFile(folder.resolve("bundle.pem"));
        var others = Files.readString(new LabCa().bundle());
        Files.writeString(bundle, "# a comment\n" + others + Files.readString(ca.bundle()));
        var trust = TrustedCertificates.ofBundle(bundle).trustManager();
        assertThatCode(() -> trust.checkServerTrusted(chain(ca.issue("a.example")), "ECDHE_ECDSA"))
                .doesNotThrowAnyException();
    }

    @Test
    void believesNobodyElse() {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle()).trustManager();
        var unknown = chain(new LabCa().issue("a.example"));
        var own = chain(LabCa.shared().selfSigned("a.example"));
        assertThatThrownBy(() -> trust.checkServerTrusted(unknown, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> trust.checkServerTrusted(own, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void aBundleThatIsGoneOrEmptyTrustsNobody() throws IOException {
        var chain = chain(LabCa.shared().issue("a.example"));
        var missing = TrustedCertificates.ofBundle(folder.resolve("none.pem")).trustManager();
        assertThatThrownBy(() -> missing.checkServerTrusted(chain, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
        var empty = Files.createFile(folder.resolve("empty.pem"));
        assertThatThrownBy(
                        () ->
                                TrustedCertificates.ofBundle(empty)
                                        .trustManager()
                                        .checkServerTrusted(chain, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void decodesOnlyWhatMayVouch() throws IOException {
        var ca = LabCa.shared();
        var bundle = Files.createFile(folder.resolve("bundle.pem"));
        var system = Path.of("/etc/ssl/certs/ca-certificates.crt");
        var others = Files.isReadable(system) ? Files.readString(system) : "";
        Files.writeString(bundle, others + Files.readString(ca.bundle()));
        var read = PemBundle.read(bundle);
        assertThat(read.thoseFor(chain(ca.issue("a.example")))).hasSize(1);
    }

    @Test
    void clientsAreNotChecked() {
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle()).trustManager();
        var chain = chain(LabCa.shared().issue("a.example"));
        assertThatThrownBy(() -> trust.checkClientTrusted(chain, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
    }

    private static X509Certificate[] chain(LabCertificate certificate) {
        return new X509Certificate[] {certificate.certificate()};
    }
}
