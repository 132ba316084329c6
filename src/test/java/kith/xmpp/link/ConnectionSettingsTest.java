package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.Heard;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.Availability;
import kith.model.ConnectionState.Online;
import kith.model.Presence;
import kith.xmpp.xep.Xep0199Ping;

import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What a connection is told to do and not to do, and what a server sees of it.
class ConnectionSettingsTest {

    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("den@rooms.example");

    @Test
    void tlsIsRequiredAndCompressionOff() {
        var settings = settings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5222));
        assertThat(settings.getSecurityMode()).isEqualTo(SecurityMode.required);
        assertThat(settings.isCompressionEnabled()).isFalse();
    }

    @Test
    void whatIsWrittenLeavesAtOnce() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = settings(address(server)).getSocketFactory().createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.getKeepAlive()).isTrue();
        }
    }

    @Test
    void beforeTlsAServerHearsNothingButThatItIsWanted() {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(server.heard().stream().filter(each -> !each.underTls()))
                    .hasSize(2)
                    .allMatch(each -> each.matches("/starttls") || isStreamHeader(each));
        }
    }

    @Test
    void anOfferToCompressIsNotTaken() {
        try (var server = ScriptedServer.start(offeringCompression());
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            link.link().ask(Xep0199Ping.toServer());
            server.awaitHeard("/iq/ping");
            assertThat(server.heard()).noneMatch(each -> each.matches("/compress"));
        }
    }

    @Test
    void aServerThatGoesByOurOrderTakesWhatIsFastHere() {
        var suite = new AtomicReference<String>();
        Script noting =
                connection -> {
                    connection.startTls();
                    suite.set(connection.cipherSuite());
                    connection.authenticate(ANNA);
                    connection.bind(ANNA);
                };
        try (var server = ScriptedServer.start(noting);
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(suite.get()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
        }
    }

    @Test
    void whoReadsLeavesTheProcessorToTheWindow() {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("Smack Reader"))
                    .isNotEmpty()
                    .allMatch(thread -> thread.getPriority() == Thread.MIN_PRIORITY);
        }
    }

    /// But the request for a resource, before there is a session: Smack numbers it itself.
    @Test
    void whateverIsSentInASessionHasAUuidForItsId() throws Exception {
        try (var server = ScriptedServer.start(Script.signIn(ANNA));
                var link = open(server)) {
            link.heard().awaitState(Online.class);
            var extensions = link.extensions();
            TestLink.await(extensions.rfc6121Roster().fetch(link.link(), Optional.empty()));
            extensions
                    .rfc6121Presence()
                    .send(link.link(), new Presence(Availability.AWAY, "at lunch"));
            extensions
                    .xep0045Rooms()
                    .join(link.link(), ROOM, "Anna", Optional.empty(), Optional.empty());
            extensions.xep0045Rooms().changeSubject(link.link(), ROOM, "Tea");
            extensions.rfc6121Roster().requestSubscription(link.link(), ROOM);
            TestLink.await(link.link().ask(Xep0199Ping.toServer()));
            var stanzas =
                    server.heard().stream().filter(ConnectionSettingsTest::isOfSession).toList();
            assertThat(stanzas)
                    .hasSizeGreaterThanOrEqualTo(7) // Smack may say the presence again by itself
                    .allMatch(each -> each.attribute("id").matches(UUID));
            assertThat(stanzas).extracting(each -> each.attribute("id")).doesNotHaveDuplicates();
        }
    }

    private static Script offeringCompression() {
        return connection -> {
            connection.startTls();
            connection.authenticate(ANNA);
            connection.openStream(
                    """
                    <compression xmlns='http://jabber.org/features/compress'>\
                    <method>zlib</method></compression>\
                    <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>\
                    """);
            connection.awaitBind(ANNA);
        };
    }

    private static boolean isOfSession(Heard heard) {
        return heard.matches("/iq[not(bind)] | /presence | /message");
    }

    private static boolean isStreamHeader(Heard heard) {
        return heard.matches("/*[name()='stream:stream']");
    }

    private static XMPPTCPConnectionConfiguration settings(InetSocketAddress server) {
        SmackStart.ensure();
        var trust = TrustedCertificates.ofBundle(LabCa.shared().bundle());
        return ConnectionSettings.of(
                TestLink.signIn(ANNA, server),
                trust,
                new DnsNames(),
                () -> {},
                Thread::startVirtualThread);
    }

    private static InetSocketAddress address(ServerSocket server) {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private static TestLink open(ScriptedServer server) {
        var link = new TestLink(LabCa.shared());
        link.link().open(TestLink.signIn(ANNA, server.address()));
        return link;
    }
}
