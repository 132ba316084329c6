package kith.lab;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/// Two nodes of one ejabberd: either serves the same hosts with the same data, and goes on when the
/// other dies.
///
/// Make accounts and rooms by [#first] while both live.
public final class EjabberdCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TiedProcess mapper;
    private final XmppServer first;
    private final XmppServer second;

    private EjabberdCluster(TiedProcess mapper, XmppServer first, XmppServer second) {
        this.mapper = mapper;
        this.first = first;
        this.second = second;
    }

    /// Starts both and brings them together.
    public static EjabberdCluster start() {
        ServerKind.EJABBERD.software().installation().require(); // Erlang comes with it
        int port = LoopbackPorts.free();
        var mapper =
                TiedProcess.start(
                        new ProcessBuilder(
                                "epmd", "-port", String.valueOf(port), "-address", "127.0.0.1"));
        try {
            awaitMapper(mapper, port);
            return withNodes(mapper, port);
        } catch (RuntimeException failure) {
            mapper.stop();
            throw failure;
        }
    }

    private static EjabberdCluster withNodes(TiedProcess mapper, int port) {
        var first = node("first", port);
        try {
            return new EjabberdCluster(mapper, first, joined(first, port));
        } catch (RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    private static XmppServer joined(XmppServer first, int port) {
        var second = node("second", port);
        try {
            second.join(first);
            return second;
        } catch (RuntimeException failure) {
            second.close();
            throw failure;
        }
    }

    public XmppServer first() {
        return first;
    }

    public XmppServer second() {
        return second;
    }

    @Override
    public void close() {
        second.close();
        first.close();
        mapper.stop();
    }

    private static XmppServer node(String name, int mapper) {
        return XmppServer.start(
                ServerKind.EJABBERD,
                ServerProfile.NORMAL,
                Optional.of(new ClusterNode(name, mapper)));
    }

    private static void awaitMapper(TiedProcess mapper, int port) {
        Awaitility.await("epmd")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                                return mapper.isRunning();
                            }
                        });
    }
}
