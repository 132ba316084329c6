package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// A certificate authority of the lab's own, and the server certificates it signs, good and bad.
///
/// Keys and certificates are PEM files made by the `openssl` command. Nobody trusts this authority
/// by itself: a client is pointed at [#bundle] (as `SSL_CERT_FILE`) or uses [#clientContext]. A
/// certificate by an unknown authority is one of a second `LabCa`.
///
/// Any thread. The files go with the JVM.
public final class LabCa {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LIFETIME = Duration.ofDays(30);

    /// Good certificates are good since then, so that a test may turn its clock back a little.
    private static final Duration BACKDATED = Duration.ofDays(2);

    private static final DateTimeFormatter ASN1_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /// The section of the settings that makes an authority of a certificate.
    private static final String AS_AUTHORITY = "authority";

    private static final List<String> NEW_KEY =
            List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes");

    private final String openssl = DebianPackage.OPENSSL.require().toString();
    private final Path folder = TempFolder.create("ca");
    private final Path settings;
    private final AtomicInteger made = new AtomicInteger();

    /// A fresh authority. Takes some 50 ms.
    public LabCa() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TempFolder.remove(folder)));
        settings = new LabResource("ca.cnf").writeTo(folder, Map.of("folder", folder.toString()));
        try {
            Files.createFile(folder.resolve("index.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var request = request("-x509", folder.resolve("ca.key"), bundle(), "Kith lab authority");
        request.addAll(List.of("-extensions", AS_AUTHORITY, "-days", "60"));
        openssl(request);
    }

    /// The authority of all tests that need none of their own.
    public static LabCa shared() {
        return Shared.CA;
    }

    /// The authority's certificate: a PEM file for `SSL_CERT_FILE`.
    public Path bundle() {
        return folder.resolve("ca.pem");
    }

    /// Trusts this authority and nobody else.
    public X509TrustManager trustManager() {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("lab", Pem.certificate(bundle()));
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A TLS context that trusts this authority and nobody else.
    public SSLContext clientContext() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A good certificate for the given host names and IP addresses. For any other host it is a bad
    /// one.
    public LabCertificate issue(String... hosts) {
        Instant now = CLOCK.instant();
        return issue(now.minus(BACKDATED), now.plus(LIFETIME), hosts);
    }

    /// A certificate that was good until yesterday.
    public LabCertificate issueExpired(String... hosts) {
        Instant now = CLOCK.instant();
        return issue(now.minus(LIFETIME), now.minus(Duration.ofDays(1)), hosts);
    }

    /// A certificate that will be good from tomorrow on.
    public LabCertificate issueNotYetValid(String... hosts) {
        Instant now = CLOCK.instant();
        return issue(now.plus(Duration.ofDays(1)), now.plus(LIFETIME), hosts);
    }

    /// A certificate as a client sees it whose clock is wrong by so much: good by its own time, not
    /// by the client's.
    ///
    /// @param ahead of the time, or behind it where negative
    public LabCertificate issueForClockOff(Duration ahead, String... hosts) {
        Instant then = CLOCK.instant().minus(ahead);
        return issue(then.minus(BACKDATED), then.plus(LIFETIME), hosts);
    }

    /// The same, vouched for by an authority in between, whose own certificate has the same dates:
    /// as most servers have it.
    public synchronized LabCertificate issueByAnotherForClockOff(Duration ahead, String... hosts) {
        Instant then = CLOCK.instant().minus(ahead);
        Instant from = then.minus(BACKDATED);
        Instant until = then.plus(LIFETIME);
        LabCertificate between =
                issue(from, until, List.of("-extensions", AS_AUTHORITY), "Kith lab intermediate");
        LabCertificate files =
                issue(
                        from,
                        until,
                        List.of(
                                "-cert",
                                between.chain().toString(),
                                "-keyfile",
                                between.key().toString()),
                        hosts);
        try {
            Files.writeString(
                    files.chain(), Files.readString(between.chain()), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// A certificate for the right hosts that only vouches for itself.
    public LabCertificate selfSigned(String... hosts) {
        LabCertificate files = nextFiles();
        var request = request("-x509", files.key(), files.chain(), hosts[0]);
        request.addAll(List.of("-addext", subjectAltName(hosts), "-days", "30"));
        openssl(request);
        return files;
    }

    private LabCertificate issue(Instant from, Instant until, String... hosts) {
        return issue(from, until, List.of(), hosts);
    }

    /// One at a time: `openssl ca` keeps a list of what it has signed.
    ///
    /// @param more for `openssl ca`
    private synchronized LabCertificate issue(
            Instant from, Instant until, List<String> more, String... hosts) {
        LabCertificate files = nextFiles();
        Path request = folder.resolve("request.pem");
        var line = request("-new", files.key(), request, hosts[0]);
        if (!more.contains(AS_AUTHORITY)) {
            line.addAll(List.of("-addext", subjectAltName(hosts)));
        }
        openssl(line);
        var sign =
                new ArrayList<>(
                        List.of(
                                "ca",
                                "-batch",
                                "-notext",
                                "-config",
                                settings.toString(),
                                "-startdate",
                                ASN1_TIME.format(from),
                                "-enddate",
                                ASN1_TIME.format(until),
                                "-in",
                                request.toString(),
                                "-out",
                                files.chain().toString()));
        sign.addAll(more);
        openssl(sign);
        return files;
    }

    /// The beginning of an `openssl req` that makes a new key on the way.
    private List<String> request(String kind, Path key, Path out, String subject) {
        var line = new ArrayList<>(List.of("req", kind, "-config", settings.toString()));
        line.addAll(NEW_KEY);
        line.addAll(List.of("-keyout", key.toString(), "-out", out.toString()));
        line.addAll(List.of("-subj", "/CN=" + subject));
        return line;
    }

    private LabCertificate nextFiles() {
        int number = made.incrementAndGet();
        return new LabCertificate(
                folder.resolve("server-" + number + ".pem"),
                folder.resolve("server-" + number + ".key"));
    }

    private void openssl(List<String> arguments) {
        var line = Stream.concat(Stream.of(openssl), arguments.stream()).toList();
        Command command = Command.run(line);
        if (!command.succeeded()) {
            throw new IllegalStateException(String.join(" ", line) + "\n" + command.output());
        }
    }

    private static String subjectAltName(String... hosts) {
        return Stream.of(hosts)
                .map(host -> (IP_ADDRESS.matcher(host).matches() ? "IP:" : "DNS:") + host)
                .collect(Collectors.joining(",", "subjectAltName=", ""));
    }

    private static final class Shared {
        static final LabCa CA = new LabCa();
    }
}
