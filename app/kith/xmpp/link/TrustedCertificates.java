package kith.xmpp.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Who may vouch for a server: the certificates that the operating system trusts, and the Java
/// runtime's own where the system has none to show.
///
/// Holds nothing: each check reads the system's file anew, which takes a millisecond, and sees what
/// an administrator changed meanwhile. Of the some 140 certificates in there only those whose
/// subject a server's chain names are decoded; decoding all would cost more than the rest of
/// signing in. Any thread.
///
/// Whether the certificate is for the right domain is not checked here but by Smack, against the
/// account's domain, and for HTTPS by the runtime.
public final class TrustedCertificates {

    private static final String ENVIRONMENT = "SSL_CERT_FILE";

    /// Where systems keep their bundle, most common first.
    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"), // Debian, Ubuntu, Arch, Gentoo
                    Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"), // Fedora, RHEL
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"), // older Fedora, RHEL
                    Path.of("/var/lib/ca-certificates/ca-bundle.pem"), // openSUSE
                    Path.of("/etc/ssl/cert.pem")); // Alpine, the BSDs

    private final X509ExtendedTrustManager trustManager;

    private TrustedCertificates(X509ExtendedTrustManager trustManager) {
        this.trustManager = trustManager;
    }

    /// Those of this machine; `SSL_CERT_FILE` in the environment names another bundle.
    public static TrustedCertificates ofSystem() {
        var named = Optional.ofNullable(System.getenv(ENVIRONMENT)).map(Path::of);
        var bundle = named.or(() -> BUNDLES.stream().filter(Files::isReadable).findFirst());
        return bundle.map(TrustedCertificates::ofBundle)
                .orElseGet(() -> new TrustedCertificates(new Stored(systemStore())));
    }

    /// Those of a file in PEM.
    public static TrustedCertificates ofBundle(Path bundle) {
        return new TrustedCertificates(new Bundled(bundle));
    }

    /// What a TLS connection asks.
    X509TrustManager trustManager() {
        return trustManager;
    }

    /// What connections by HTTPS are made with, which check that the certificate is for the host
    /// (RFC 9110 §4.3.4): the runtime does that itself only beside a trust manager that can't.
    SSLContext forHttps() throws GeneralSecurityException {
        var context = FastCiphers.context();
        context.init(null, new TrustManager[] {new ChainOnly(trustManager)}, null);
        return context;
    }

    /// Knows nothing of the connection that the certificates came by.
    private record ChainOnly(X509TrustManager trust) implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            trust.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            trust.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }
    }

    /// The store of an operating system that has no file for it; empty for the runtime's own.
    private static Optional<String> systemStore() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Optional.of("Windows-ROOT");
        }
        return system.startsWith("mac") ? Optional.of("KeychainStore-ROOT") : Optional.empty();
    }

    private static X509TrustManager first(TrustManagerFactory factory) throws CertificateException {
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new CertificateException("this runtime can't check certificates");
    }

    /// Checks servers; clients never sign in to us.
    private abstract static class ServersOnly extends X509ExtendedTrustManager {

        abstract X509TrustManager trustFor(X509Certificate[] chain)
                throws GeneralSecurityException, IOException;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            try {
                trustFor(chain).checkServerTrusted(chain, type);
            } catch (CertificateException refused) {
                throw refused;
            } catch (GeneralSecurityException | IOException unusable) {
                throw new CertificateException("trusted certificates unusable", unusable);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("Kith is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0]; // told to clients only
        }
    }

    private static final class Bundled extends ServersOnly {

        private final Path bundle;

        Bundled(Path bundle) {
            this.bundle = bundle;
        }

        @Override
        X509TrustManager trustFor(X509Certificate[] chain)
                throws GeneralSecurityException, IOException {
            var anchors = new HashSet<TrustAnchor>();
            var decoder = CertificateFactory.getInstance("X.509");
            for (var der : PemBundle.read(bundle).thoseFor(chain)) {
                if (decoder.generateCertificate(new ByteArrayInputStream(der))
                        instanceof X509Certificate certificate) {
                    anchors.add(new TrustAnchor(certificate, null));
                }
            }
            if (anchors.isEmpty()) {
                throw new CertificateException("no trusted certificate in " + bundle);
            }
            var parameters = new PKIXBuilderParameters(anchors, null);
            parameters.setRevocationEnabled(false); // as the runtime does by default
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return first(factory);
        }
    }

    private static final class Stored extends ServersOnly {

        private final Optional<String> type;

        Stored(Optional<String> type) {
            this.type = type;
        }

        @Override
        X509TrustManager trustFor(X509Certificate[] chain)
                throws GeneralSecurityException, IOException {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(type.isEmpty() ? null : store(type.get())); // null: the runtime's own
            return first(factory);
        }

        private static KeyStore store(String type) throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            return store;
        }
    }
}
