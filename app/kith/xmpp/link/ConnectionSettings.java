package kith.xmpp.link;

import kith.model.ProxyAccess;
import kith.xmpp.SignIn;

import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.packet.id.UuidStanzaIdSource;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// How Kith connects: encrypted or not at all, uncompressed, with mechanisms that don't hand the
/// password to whoever listens, and the certificate always checked against the account's domain,
/// wherever the server is.
final class ConnectionSettings {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /// A proxy may have to go through many others before it can answer.
    private static final Duration TUNNELLING = Duration.ofSeconds(60);

    /// PLAIN last, for servers that know nothing else; it never leaves outside TLS.
    private static final List<String> MECHANISMS = List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN");

    private ConnectionSettings() {}

    /// @param heard is run whenever something comes from the server, on any thread
    /// @param io for what blocks
    static XMPPTCPConnectionConfiguration of(
            SignIn signIn, TrustedCertificates trust, Names names, Runnable heard, Executor io) {
        var settings =
                XMPPTCPConnectionConfiguration.builder()
                        .setXmppDomain(signIn.address().asDomainBareJid())
                        .setUsernameAndPassword(
                                signIn.address().getLocalpart().toString(), signIn.password())
                        .setResource(resource(signIn.resource()))
                        .setSecurityMode(SecurityMode.required)
                        .setCompressionEnabled(false)
                        .setSslContextFactory(FastCiphers::context)
                        .setCustomX509TrustManager(trust.trustManager())
                        .setHostAddress(InetAddress.getLoopbackAddress()) // see RacingSockets
                        .setSocketFactory(sockets(signIn, names, heard, io))
                        .setStanzaIdSourceFactory(new UuidStanzaIdSource.Factory())
                        .setSendPresence(false)
                        .setLanguage(null)
                        .setDebuggerFactory(null)
                        .addEnabledSaslMechanism(MECHANISMS);
        return settings.build();
    }

    private static RacingSockets sockets(SignIn signIn, Names names, Runnable heard, Executor io) {
        RacingSockets.Lookup lookup = () -> endpoints(signIn, names);
        return signIn.proxy()
                .map(access -> throughProxy(signIn, access, names, heard, io))
                .orElseGet(() -> new RacingSockets(lookup, CONNECTING, heard, io));
    }

    private static RacingSockets throughProxy(
            SignIn signIn, ProxyAccess access, Names names, Runnable heard, Executor io) {
        var target = ProxyTarget.of(signIn.address().getDomain().toString(), signIn.server());
        return new RacingSockets(tunnel(target, access, names, heard, io));
    }

    /// The way to something through a proxy.
    static RacingSockets.Way tunnel(
            ProxyTarget target, ProxyAccess access, Names names, Runnable heard, Executor io) {
        var proxy = access.proxy();
        return new ThroughProxy(
                straight(proxy.host(), proxy.port(), names, heard, io), access, target, TUNNELLING);
    }

    /// The way to a host without a proxy.
    static RacingSockets.Way straight(
            String host, int port, Names names, Runnable heard, Executor io) {
        var endpoints = new Endpoints(names, RandomGenerator.getDefault());
        return () -> race(endpoints.ofHost(host, port), heard, io);
    }

    /// Connects to one of several endpoints. Blocks.
    static Socket race(List<InetSocketAddress> endpoints, Runnable heard, Executor io)
            throws IOException, InterruptedException {
        return new Race(endpoints, CONNECTING, heard, io).run();
    }

    private static List<InetSocketAddress> endpoints(SignIn signIn, Names names)
            throws UnknownHostException {
        return new Endpoints(names, RandomGenerator.getDefault())
                .of(signIn.address().getDomain().toString(), signIn.server());
    }

    private static Resourcepart resource(String wanted) {
        try {
            return Resourcepart.from(wanted);
        } catch (XmppStringprepException impossible) {
            throw new IllegalArgumentException("resource " + wanted, impossible);
        }
    }
}
