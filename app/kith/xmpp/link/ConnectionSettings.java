package kith.xmpp.link;

import kith.model.ServerAddress;
import kith.xmpp.SignIn;

import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.packet.id.UuidStanzaIdSource;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.util.dns.javax.JavaxResolver;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.net.InetAddress;
import java.util.List;

/// How Kith connects: encrypted or not at all, uncompressed, with mechanisms that don't hand the
/// password to whoever listens, and the certificate always checked against the account's domain,
/// wherever the server is.
final class ConnectionSettings {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    /// PLAIN last, for servers that know nothing else; it never leaves outside TLS.
    private static final List<String> MECHANISMS = List.of("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN");

    private ConnectionSettings() {}

    static XMPPTCPConnectionConfiguration of(SignIn signIn, TrustedCertificates trust) {
        var settings =
                XMPPTCPConnectionConfiguration.builder()
                        .setXmppDomain(signIn.address().asDomainBareJid())
                        .setUsernameAndPassword(
                                signIn.address().getLocalpart().toString(), signIn.password())
                        .setResource(resource(signIn.resource()))
                        .setSecurityMode(SecurityMode.required)
                        .setCompressionEnabled(false)
                        .setCustomX509TrustManager(trust.trustManager())
                        .setSocketFactory(new NoDelaySockets())
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setStanzaIdSourceFactory(new UuidStanzaIdSource.Factory())
                        .setSendPresence(false)
                        .setLanguage(null)
                        .setDebuggerFactory(null)
                        .addEnabledSaslMechanism(MECHANISMS);
        switch (signIn.server()) {
            case ServerAddress.ByDomain byDomain -> JavaxResolver.setup();
            case ServerAddress.Given given -> at(settings, given);
        }
        return settings.build();
    }

    private static void at(
            XMPPTCPConnectionConfiguration.Builder settings, ServerAddress.Given given) {
        settings.setPort(given.port());
        try {
            settings.setHostAddress(InetAddress.ofLiteral(given.host())); // needs no DNS
        } catch (IllegalArgumentException name) {
            JavaxResolver.setup();
            settings.setHost(given.host());
        }
    }

    private static Resourcepart resource(String wanted) {
        try {
            return Resourcepart.from(wanted);
        } catch (XmppStringprepException impossible) {
            throw new IllegalArgumentException("resource " + wanted, impossible);
        }
    }
}
