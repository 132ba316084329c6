package kith.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server's certificate and its private key, as PEM files.
///
/// @param chain the certificate, and those between it and a root, which is not part of it
/// @param key PKCS #8, not encrypted
public record LabCertificate(Path chain, Path key) {

    private static final char[] NO_PASSWORD = new char[0];

    /// The certificate itself.
    public X509Certificate certificate() {
        try {
            return Pem.certificate(chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A TLS context for the server's side, showing this certificate and asking for none.
    public SSLContext serverContext() {
        try {
            var keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
            keys.setKeyEntry(
                    "server",
                    Pem.key(key),
                    NO_PASSWORD,
                    Pem.certificates(chain).toArray(new Certificate[0]));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
