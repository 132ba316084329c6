package kith.lab;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A TCP proxy on loopback between a client and a server, with a wire that can be made bad.
///
/// What holds for all connections is set by [#toServer] and [#toClient] (slow, narrow, chopped,
/// frozen, swallowing) and [#refuse]. What breaks one is a [Fault]: planned ahead for each
/// connection ([FaultPlan]), armed while it lives ([#arm]), or done at once ([#breakAll]).
///
/// A proxy made by [#through] passes TLS on as it is. One made by [#endingTls] ends it: it shows a
/// certificate of its own to the client, speaks TLS with the server for itself, and so knows where
/// stanzas end and what they say ([ProxiedConnection#transcript]). SASL with channel binding fails
/// through it, as it must.
///
/// Any thread.
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final FaultPlan plan;
    private final Optional<LabCertificate> certificate;
    private final Map<Direction, WireConditions> conditions = new EnumMap<>(Direction.class);
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final int port = LoopbackPorts.free();
    private ServerSocket listener;

    /// Has the port while nobody listens, so that nobody else can.
    private Optional<Socket> keeper = Optional.empty();

    private FaultProxy(
            InetSocketAddress server, FaultPlan plan, Optional<LabCertificate> certificate) {
        if (certificate.isEmpty() && plan.faults().stream().anyMatch(Fault::needsStanzas)) {
            throw new IllegalArgumentException("Stanzas can't be seen through TLS: " + plan);
        }
        this.server = server;
        this.plan = plan;
        this.certificate = certificate;
        for (var direction : Direction.values()) {
            conditions.put(direction, new WireConditions());
        }
        this.listener = listen();
    }

    /// A proxy that passes all bytes on as they are, TLS included.
    public static FaultProxy through(InetSocketAddress server, FaultPlan plan) {
        return new FaultProxy(server, plan, Optional.empty());
    }

    /// A proxy that takes part in STARTTLS on both sides.
    ///
    /// @param certificate to show to the client
    public static FaultProxy endingTls(
            InetSocketAddress server, FaultPlan plan, LabCertificate certificate) {
        return new FaultProxy(server, plan, Optional.of(certificate));
    }

    /// The same in front of a lab server, under its names.
    public static FaultProxy endingTls(XmppServer server, FaultPlan plan) {
        return endingTls(server.address(), plan, server.certificate());
    }

    /// Where clients connect.
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public WireConditions toServer() {
        return conditions(Direction.TO_SERVER);
    }

    public WireConditions toClient() {
        return conditions(Direction.TO_CLIENT);
    }

    /// All connections there ever were, in order.
    public List<ProxiedConnection> connections() {
        return List.copyOf(connections);
    }

    /// How many bytes have passed in one direction, on all connections.
    public long passed(Direction direction) {
        return connections.stream().mapToLong(each -> each.passed(direction)).sum();
    }

    /// Gives a fault to the newest connection, which counts from its own beginning.
    ///
    /// @throws IllegalStateException if no connection is alive
    public void arm(Fault fault) {
        if (certificate.isEmpty() && fault.needsStanzas()) {
            throw new IllegalArgumentException("Stanzas can't be seen through TLS: " + fault);
        }
        newest().arm(fault);
    }

    /// Breaks all connections that live.
    public void breakAll(Fault.Break kind) {
        connections.forEach(connection -> connection.breakOff(kind));
    }

    /// From now on nobody listens: who connects is refused by the system. Connections stay.
    public synchronized void refuse() {
        stopListening();
        if (keeper.isEmpty()) {
            keeper = Optional.of(keep());
        }
    }

    /// Listens again after [#refuse], on the same port.
    public synchronized void accept() {
        if (listener.isClosed()) {
            listener = listen();
            letGo();
        }
    }

    @Override
    public synchronized void close() {
        stopListening();
        letGo();
        conditions.values().forEach(WireConditions::thaw);
        connections.forEach(ProxiedConnection::close);
    }

    private WireConditions conditions(Direction direction) {
        return Objects.requireNonNull(conditions.get(direction));
    }

    private ProxiedConnection newest() {
        return connections.reversed().stream()
                .filter(ProxiedConnection::isPassing)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No connection is alive"));
    }

    private ServerSocket listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address());
            Thread.ofVirtual().name("proxy-accept").start(() -> acceptFrom(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the system has closed what listened there: a process that was just begun may
    /// have it open for a moment.
    private Socket keep() {
        return await().ignoreExceptionsInstanceOf(BindException.class)
                .until(this::bound, Socket::isBound);
    }

    private Socket bound() throws IOException {
        var socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address());
            return socket;
        } catch (BindException taken) {
            socket.close();
            throw taken;
        }
    }

    private void letGo() {
        try {
            if (keeper.isPresent()) {
                keeper.get().close();
            }
            keeper = Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopListening() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptFrom(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException closed) {
                // By us, or the server doesn't listen: then the client sees its connection end.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var clientLeg = new WireEnd(client);
        try {
            var serverLeg = new WireEnd(new Socket(server.getAddress(), server.getPort()));
            var fault = plan.faults().stream().skip(connections.size()).findFirst();
            var connection =
                    new ProxiedConnection(
                            clientLeg, serverLeg, certificate, fault, this::conditions);
            connections.add(connection);
            connection.start();
        } catch (IOException noServer) {
            clientLeg.reset();
            throw noServer;
        }
    }
}
