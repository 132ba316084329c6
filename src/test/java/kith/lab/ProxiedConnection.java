package kith.lab;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// One connection through a [FaultProxy], from a client to the server.
///
/// Four virtual threads serve it, a reader and a writer for each direction ([Wire]). It ends when
/// one side ends it, when its fault breaks it, or with the proxy.
public final class ProxiedConnection {

    /// An element of the stream, or its opening or closing tag, that has passed, in clear.
    public record Passed(Direction direction, String xml) {}

    private enum State {
        PASSING,
        /// Both sides have been told; what still comes is thrown away.
        BROKEN,
        /// What one side sends or does, the other doesn't learn.
        STALLED,
        CLOSED
    }

    private final Optional<LabCertificate> certificate;
    private final WireEnd client;
    private final WireEnd server;
    private final Map<Direction, Wire> wires = new EnumMap<>(Direction.class);
    private final List<Passed> transcript = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> tlsNegotiated = new CompletableFuture<>();
    private final AtomicReference<Optional<Fault>> fault;
    private final AtomicReference<State> state = new AtomicReference<>(State.PASSING);

    /// @param certificate to show to the client where the proxy ends TLS
    ProxiedConnection(
            WireEnd client,
            WireEnd server,
            Optional<LabCertificate> certificate,
            Optional<Fault> fault,
            Function<Direction, WireConditions> conditions) {
        this.client = client;
        this.server = server;
        this.certificate = certificate;
        this.fault = new AtomicReference<>(fault);
        for (var direction : Direction.values()) {
            wires.put(direction, new Wire(direction, this, conditions.apply(direction)));
        }
    }

    /// How many bytes have passed: in clear where the proxy ends TLS, else as on the wire.
    public long passed(Direction direction) {
        return wire(direction).passed();
    }

    /// What has passed so far, in order for each direction. Empty where the proxy passes TLS
    /// through.
    public List<Passed> transcript() {
        return List.copyOf(transcript);
    }

    /// Whether bytes still pass.
    public boolean isPassing() {
        return state.get() == State.PASSING;
    }

    /// Breaks it now.
    public void breakOff(Fault.Break kind) {
        var next =
                kind == Fault.Break.FIN || kind == Fault.Break.RESET ? State.BROKEN : State.STALLED;
        if (!state.compareAndSet(State.PASSING, next)) {
            return;
        }
        tlsNegotiated.complete(null);
        switch (kind) {
            case RESET -> {
                quietly(client::reset);
                quietly(server::reset);
            }
            case RESET_CLIENT -> quietly(client::reset);
            case FIN -> {
                quietly(client::finish);
                quietly(server::finish);
            }
            case STALL -> {}
        }
    }

    /// Gives it a fault, in place of any it had.
    void arm(Fault next) {
        fault.set(Optional.of(next));
    }

    void start() {
        for (Wire wire : wires.values()) {
            Thread.ofVirtual().name("proxy-read").start(wire::read);
            Thread.ofVirtual().name("proxy-write").start(wire::write);
        }
    }

    void close() {
        if (state.getAndSet(State.CLOSED) != State.CLOSED) {
            tlsNegotiated.complete(null);
            quietly(client::close);
            quietly(server::close);
        }
    }

    /// One side has ended the connection.
    void ended() {
        if (state.get() != State.STALLED) {
            close();
        }
    }

    boolean endsTls() {
        return certificate.isPresent();
    }

    WireEnd source(Direction direction) {
        return direction == Direction.TO_SERVER ? client : server;
    }

    WireEnd sink(Direction direction) {
        return direction == Direction.TO_SERVER ? server : client;
    }

    void record(Direction direction, byte[] part) {
        transcript.add(new Passed(direction, StanzaSplitter.text(part)));
    }

    /// The fault that waits in this direction's traffic.
    Optional<Fault> fault(Direction direction) {
        return fault.get().filter(each -> each.direction() == direction);
    }

    boolean isTlsNegotiated() {
        return tlsNegotiated.isDone();
    }

    /// Waits until both sides are under TLS, or stay in clear, after the client has asked for TLS.
    void awaitTls() {
        tlsNegotiated.join();
    }

    /// The server has refused TLS.
    void stayInClear() {
        tlsNegotiated.complete(null);
    }

    /// Turns both sides to TLS; the client has got the server's consent.
    void turnToTls() throws IOException {
        try {
            client.serveTls(certificate.orElseThrow().serverContext());
            server.useTls(LabCa.shared().clientContext());
        } finally {
            tlsNegotiated.complete(null);
        }
    }

    private Wire wire(Direction direction) {
        return Objects.requireNonNull(wires.get(direction));
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException alreadyGone) {
            // Then it is as broken as it was to be.
        }
    }

    private interface Closing {
        void run() throws IOException;
    }
}
