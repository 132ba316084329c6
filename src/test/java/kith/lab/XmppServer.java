package kith.lab;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real XMPP server on loopback, with settings, data, ports and certificate of its own.
///
/// It serves two hosts that know each other, [#host] and [#secondHost], each with rooms
/// ([#roomsHost]), file upload (XEP-0363) and a crowd ([#crowdHost]). Their names don't resolve,
/// unless a test's own DNS knows them: clients connect to [#address]. What a test wants to find on
/// the server is made directly, without a client, by the methods here.
///
/// Any thread. Ends with [#close] or with the JVM and leaves nothing behind; its data outlive
/// [#restart] and [#kill].
public final class XmppServer implements AutoCloseable {

    private static final Hosts HOSTS = new Hosts("hearth.example", "birke.example");
    private static final Hosts OTHER_HOSTS = new Hosts("kiln.example", "linde.example");
    private static final String PASSWORD = "correct horse";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerKind kind;
    private final ServerProfile profile;
    private final ServerLayout layout;
    private final ServerSoftware.Launch launch;
    private final LabControl control;
    private final AtomicInteger names = new AtomicInteger();
    private final Set<XmppServer> peers = ConcurrentHashMap.newKeySet();
    private final Thread exit = new Thread(this::end, "lab-server-exit");
    private TiedProcess process;

    private XmppServer(
            ServerKind kind,
            ServerProfile profile,
            ServerLayout layout,
            ServerSoftware.Launch launch) {
        this.kind = kind;
        this.profile = profile;
        this.layout = layout;
        this.launch = launch;
        this.control = new LabControl(layout.controlPort());
        this.process = startProcess(layout, launch);
    }

    private record Hosts(String first, String second) {

        static Hosts of(ServerKind kind, ServerProfile profile) {
            return profile == ServerProfile.FEDERATED && kind == ServerKind.EJABBERD
                    ? OTHER_HOSTS
                    : HOSTS;
        }
    }

    static XmppServer start(ServerKind kind, ServerProfile profile) {
        return start(kind, profile, Optional.empty());
    }

    /// @param node which one of a cluster it is to be
    static XmppServer start(ServerKind kind, ServerProfile profile, Optional<ClusterNode> node) {
        var software = kind.software();
        software.installation().require();
        var folder = TempFolder.create(kind.name().toLowerCase(Locale.ROOT));
        var hosts = Hosts.of(kind, profile);
        var layout = ServerLayout.in(folder, LabCa.shared(), hosts.first(), hosts.second(), node);
        var server = new XmppServer(kind, profile, layout, software.prepare(layout, profile));
        Runtime.getRuntime().addShutdownHook(server.exit);
        server.awaitReady();
        return server;
    }

    /// A Prosody of the caller's own.
    public static XmppServer prosody(ServerProfile profile) {
        return ServerKind.PROSODY.start(profile);
    }

    public ServerKind kind() {
        return kind;
    }

    public ServerProfile profile() {
        return profile;
    }

    /// The main host, the part of an account's address after the `@`.
    public String host() {
        return layout.host();
    }

    /// A host on the same server, for people who are somewhere else.
    public String secondHost() {
        return layout.secondHost();
    }

    /// Where rooms are (XEP-0045). People may make their own.
    public String roomsHost() {
        return "rooms." + host();
    }

    /// Where everybody one asks for exists and answers probes with a presence, but never speaks.
    /// For rosters of ten thousand contacts.
    public String crowdHost() {
        return "crowd." + host();
    }

    /// Where clients connect and turn to TLS by STARTTLS.
    public InetSocketAddress address() {
        return loopback(layout.port());
    }

    /// Where clients connect by TLS from the first byte (XEP-0368).
    public InetSocketAddress directTlsAddress() {
        return loopback(layout.directTlsPort());
    }

    /// Who signed the server's certificate, good for both hosts.
    public LabCa ca() {
        return LabCa.shared();
    }

    /// What the server shows to clients: good for both hosts and all their services, and for
    /// loopback.
    public LabCertificate certificate() {
        return layout.certificate();
    }

    /// Makes an account on [#host] under a name nobody else has.
    ///
    /// @param stem how the name begins, for people who read the log
    public LabAccount newAccount(String stem) {
        return addAccount(newJid(stem, host()), PASSWORD);
    }

    /// Makes an account with just this address. The password is kept as it is until the first
    /// sign-in, so this is fast.
    public LabAccount addAccount(EntityBareJid jid, String password) {
        control.addAccount(jid, password);
        return new LabAccount(jid, password);
    }

    /// Removes an account; who is signed in is thrown out.
    public void removeAccount(EntityBareJid jid) {
        control.removeAccount(jid);
    }

    /// Puts contacts into one account's roster, and tells its clients if they are online. The other
    /// side learns nothing.
    public void addContacts(BareJid owner, List<RosterEntry> contacts) {
        control.addContacts(owner, contacts);
    }

    /// Subscribes two accounts to each other's presence.
    ///
    /// @param groups where both put each other
    public void befriend(LabAccount one, LabAccount other, String... groups) {
        addContacts(one.jid(), List.of(RosterEntry.both(other.jid(), other.user(), groups)));
        addContacts(other.jid(), List.of(RosterEntry.both(one.jid(), one.user(), groups)));
    }

    /// A room's address on [#roomsHost] that nobody else has.
    public EntityBareJid newRoomAddress(String stem) {
        return newJid(stem, roomsHost());
    }

    public void createRoom(RoomPlan plan) {
        control.createRoom(plan);
    }

    /// Ends a room; whoever is in it is told (XEP-0045 §10.9).
    public void destroyRoom(EntityBareJid room) {
        control.destroyRoom(room);
    }

    /// Takes a room away as a fault does: nobody is told, and nothing is left of it.
    public void vanishRoom(EntityBareJid room) {
        control.vanish(room);
    }

    /// Ends the service for rooms alone. With Prosody nobody is told, as after a crash; ejabberd
    /// tells whoever is in a room.
    public void stopRooms() {
        control.runRooms(roomsHost(), false, isArchiving());
    }

    /// Starts it again; nobody is in its rooms.
    public void startRooms() {
        control.runRooms(roomsHost(), true, isArchiving());
    }

    private boolean isArchiving() {
        return profile != ServerProfile.NO_ARCHIVE;
    }

    /// Lays stanzas into the archive of an account or a room, in the given order. Unknown to the
    /// other party; see [#addConversation].
    public void fillArchive(BareJid owner, List<PastStanza> stanzas) {
        control.fillArchive(owner, stanzas);
    }

    /// Lays a past conversation of two accounts into the archives of both.
    public void addConversation(LabAccount one, LabAccount other, List<PastStanza> stanzas) {
        Stream.of(one, other).forEach(each -> fillArchive(each.jid(), stanzas));
    }

    /// Leaves messages for an account that is offline; they come when it signs in (XEP-0160).
    public void leaveOffline(BareJid recipient, List<PastStanza> stanzas) {
        control.leaveOffline(recipient, stanzas);
    }

    /// All that the archive of an account or a room holds, in the archive's order.
    public List<ArchivedMessage> archiveOf(BareJid owner) {
        return control.archiveOf(owner);
    }

    /// Makes this node one with another, whose data it takes over.
    void join(XmppServer other) {
        control.join(other.layout.node().orElseThrow().fullName());
        try {
            Awaitility.await("both nodes")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> control.nodes() == 2);
        } catch (ConditionTimeoutException failure) {
            throw new IllegalStateException("Did not join:\n" + log(), failure);
        }
    }

    /// Tells each of two servers where the other is ([ServerProfile#FEDERATED]).
    public void introduce(XmppServer other) {
        tellOf(other);
        other.tellOf(this);
    }

    private void tellOf(XmppServer other) {
        int port = other.layout.federationPort();
        Stream.of(other.host(), other.roomsHost())
                .forEach(
                        host -> {
                            PeerNames.shared().add(host, port);
                            control.addPeer(host, port);
                        });
        peers.add(other);
    }

    /// Lets the server handle a stanza as if it had come from its `from`: one of its own hosts or
    /// anybody there. For what no honest client would send.
    public void route(String xml) {
        control.route(xml);
    }

    /// Ends an account's streams from the server's side, with a stream error.
    public void disconnect(BareJid jid) {
        control.disconnect(jid);
    }

    /// Lets the server end in good order; it comes back with [#resume].
    public synchronized void stop() {
        process.stop();
    }

    /// Ends the server as a crash would; it comes back with [#resume].
    public synchronized void kill() {
        process.kill();
    }

    /// The same a moment after it has written down all that it holds: nothing is lost.
    public synchronized void killOnceWritten() {
        control.keep();
        kill();
    }

    /// Starts the server again, on the same ports, with the data it had.
    public synchronized void resume() {
        if (!process.isRunning()) {
            process = startProcess(layout, launch);
            awaitReady();
            List.copyOf(peers).forEach(this::tellOf);
        }
    }

    public void restart() {
        stop();
        resume();
    }

    public synchronized boolean isRunning() {
        return process.isRunning();
    }

    /// What the server has printed and logged.
    public String log() {
        try {
            return Files.readString(layout.log(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(exit);
        end();
    }

    private void end() {
        process.stop();
        TempFolder.remove(layout.folder());
    }

    private void awaitReady() {
        Awaitility.await(kind + " to answer")
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> control.answers() || !process.isRunning());
        if (!process.isRunning()) {
            throw new IllegalStateException(kind + " did not start:\n" + log());
        }
    }

    private static TiedProcess startProcess(ServerLayout layout, ServerSoftware.Launch launch) {
        var builder =
                new ProcessBuilder(launch.command())
                        .directory(layout.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()));
        builder.environment().putAll(launch.environment());
        return TiedProcess.start(builder);
    }

    private EntityBareJid newJid(String stem, String host) {
        return JidCreate.entityBareFromOrThrowUnchecked(
                stem + "-" + names.incrementAndGet() + "@" + host);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
