package kith.lab;

import org.awaitility.Awaitility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that says exactly what its scripts want, right or wrong.
///
/// The first connection plays the first script, and so on; the last script serves all that come
/// later. What clients say is kept ([#heard], [#clearText]). When a script fails, [#close] fails,
/// so a test needs no more than `try (var server = ScriptedServer.start(…))`.
///
/// Any thread.
public final class ScriptedServer implements AutoCloseable {

    private static final String HOST = "hearth.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LabCertificate certificate;
    private final List<Script> scripts;
    private final StreamCounters counters = new StreamCounters();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream clearText = new ByteArrayOutputStream();
    private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
    private final List<WireEnd> clients = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private volatile String jid = "";

    private ScriptedServer(LabCertificate certificate, List<Script> scripts) {
        this.certificate = certificate;
        this.scripts = scripts;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a server for `hearth.example` with a good certificate of [LabCa#shared].
    public static ScriptedServer start(Script... scripts) {
        return start(LabCa.shared().issue(HOST), scripts);
    }

    /// Starts a server for `hearth.example` with whatever certificate.
    public static ScriptedServer start(LabCertificate certificate, Script... scripts) {
        var server = new ScriptedServer(certificate, List.of(scripts));
        Thread.ofVirtual().name("scripted-accept").start(server::acceptAll);
        return server;
    }

    /// An account as [Script#signIn] takes it. Nothing has to be made for it.
    public static LabAccount account(String user) {
        return LabAccount.of(user + "@" + HOST, "correct horse");
    }

    public String host() {
        return HOST;
    }

    /// Where clients connect.
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
    }

    /// The server's half of stream management, over all connections.
    public StreamCounters counters() {
        return counters;
    }

    /// All that clients have said so far, in order.
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /// Every byte that came before TLS, on all connections. To look for what mustn't be there.
    public synchronized String clearText() {
        return clearText.toString(StandardCharsets.UTF_8);
    }

    /// Waits until a client has said something in which a path finds something.
    ///
    /// @return the first such thing, which may have been said before
    public Heard awaitHeard(String xpath) {
        return Awaitility.await("The client to say " + xpath)
                .atMost(PATIENCE)
                .until(() -> find(xpath), Optional::isPresent)
                .orElseThrow();
    }

    /// How many connections there were.
    public int connections() {
        return connections.size();
    }

    /// Sends to the newest connection, apart from its script.
    public void send(String xml) {
        try {
            connections.getLast().send(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on the newest connection answers so by default, apart from its script.
    public void whenever(String xpath, String reply) {
        connections.getLast().whenever(xpath, reply);
    }

    /// Ends all connections and listens no more.
    ///
    /// @throws AssertionError if a script failed
    @Override
    public void close() {
        try {
            listener.close();
            for (WireEnd client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        failures.stream()
                .findFirst()
                .ifPresent(
                        failure -> {
                            throw new AssertionError("A script failed: " + failure, failure);
                        });
    }

    LabCertificate certificate() {
        return certificate;
    }

    /// The address of the session there is.
    String jid() {
        return jid;
    }

    /// The same without the resource.
    String account() {
        return jid.replaceFirst("/.*", "");
    }

    void bound(String newJid) {
        jid = newJid;
    }

    void heard(Heard something) {
        heard.add(something);
        if (something.isStanza()) {
            counters.countHandled();
        }
    }

    synchronized void heardInClear(byte[] bytes, int length) {
        clearText.write(bytes, 0, length);
    }

    private Optional<Heard> find(String xpath) {
        return heard.stream().filter(each -> each.matches(xpath)).findFirst();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException closed) {
                // By us; the loop ends.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        int number = connections.size();
        var client = new WireEnd(socket);
        var connection = new ScriptedConnection(number, this, client);
        clients.add(client);
        connections.add(connection);
        var script = scripts.get(Math.min(number, scripts.size() - 1));
        Thread.ofVirtual().name("script-" + number).start(() -> play(script, connection));
    }

    private void play(Script script, ScriptedConnection connection) {
        try {
            script.play(connection);
            connection.awaitEnd();
        } catch (IOException clientHasLeft) {
            // As clients do. A script that minds expects something of it.
        } catch (RuntimeException | AssertionError failure) {
            failures.add(failure);
            connection.abandon();
        }
    }
}
