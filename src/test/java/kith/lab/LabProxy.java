package kith.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A proxy on loopback, SOCKS 5 (RFC 1928, RFC 1929) or CONNECT of HTTP. It knows hosts that DNS
/// doesn't, connects to no others, and keeps what it is asked for.
///
/// Any thread.
public final class LabProxy implements AutoCloseable {

    private final boolean isSocks;
    private final int port = LoopbackPorts.free();
    private final Map<String, InetSocketAddress> ways = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private volatile Optional<String> access = Optional.empty();
    private volatile Optional<byte[]> onlyAnswer = Optional.empty();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile ServerSocket listener;
    private volatile Thread acceptor;

    private LabProxy(boolean isSocks) {
        this.isSocks = isSocks;
        this.listener = listen(port);
        this.acceptor = accepting(listener);
    }

    public static LabProxy socks5() {
        return new LabProxy(true);
    }

    public static LabProxy http() {
        return new LabProxy(false);
    }

    public int port() {
        return port;
    }

    /// Where a host and port are that it may be asked for.
    ///
    /// @param asked as `host:port`
    public LabProxy way(String asked, InetSocketAddress to) {
        ways.put(asked, to);
        return this;
    }

    /// From now on it lets in nobody else.
    public LabProxy letInOnly(String user, String password) {
        access = Optional.of(user + ":" + password);
        return this;
    }

    /// From now on this is all it says, to whoever connects.
    public LabProxy answerOnly(byte[] bytes) {
        onlyAnswer = Optional.of(bytes.clone());
        return this;
    }

    /// From now on it keeps its last answer, that the way is open, to itself.
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /// It answers what it held back.
    public void release() {
        gate.countDown();
    }

    /// What it was asked for so far, each as `host:port`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// How many have connected so far.
    public int accepted() {
        return accepted.size();
    }

    /// Breaks off all that go through it.
    public void breakAll() {
        accepted.forEach(LabProxy::reset);
    }

    /// It is gone, until [#revive].
    public void die() {
        close();
    }

    public void revive() {
        listener = listen(port);
        acceptor = accepting(listener);
    }

    @Override
    public void close() {
        release();
        quietly(listener);
        try {
            acceptor.join(); // until then somebody may still be let in
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        breakAll();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Thread accepting(ServerSocket from) {
        return Thread.startVirtualThread(() -> accept(from));
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                var client = from.accept();
                accepted.add(client);
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException closed) {
            quietly(from);
        }
    }

    private void serve(Socket client) {
        try (client) {
            var way = onlyAnswer.isPresent() ? rubbish(client) : negotiate(client);
            if (way.isPresent()) {
                pass(client, way.get());
            }
        } catch (IOException | InterruptedException ended) {
            quietly(client);
        }
    }

    private Optional<InetSocketAddress> rubbish(Socket client) throws IOException {
        client.getInputStream().read();
        client.getOutputStream().write(onlyAnswer.orElseThrow());
        client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return Optional.empty();
    }

    private Optional<InetSocketAddress> negotiate(Socket client)
            throws IOException, InterruptedException {
        return isSocks ? socks(client) : connect(client);
    }

    private Optional<InetSocketAddress> socks(Socket client)
            throws IOException, InterruptedException {
        var in = new java.io.DataInputStream(client.getInputStream());
        var out = client.getOutputStream();
        in.readByte();
        var methods = new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1);
        int wanted = access.isPresent() ? 2 : 0;
        if (methods.indexOf(wanted) < 0) {
            out.write(new byte[] {5, (byte) 0xff});
            return Optional.empty();
        }
        out.write(new byte[] {5, (byte) wanted});
        if (access.isPresent()) {
            in.readByte();
            var user = new String(in.readNBytes(in.readUnsignedByte()), UTF_8);
            var password = new String(in.readNBytes(in.readUnsignedByte()), UTF_8);
            boolean isRight = access.get().equals(user + ":" + password);
            out.write(new byte[] {1, (byte) (isRight ? 0 : 1)});
            if (!isRight) {
                return Optional.empty();
            }
        }
        in.skipNBytes(3);
        var host =
                switch (in.readByte()) {
                    case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                    case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                    default -> new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1);
                };
        var way = way(host + ":" + in.readUnsignedShort());
        int reply = way.isPresent() ? 0 : 4;
        out.write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
        return way;
    }

    private Optional<InetSocketAddress> connect(Socket client)
            throws IOException, InterruptedException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = client.getInputStream().read();
            if (next < 0) {
                return Optional.empty();
            }
            request.append((char) next);
        }
        var out = client.getOutputStream();
        if (!isLetIn(request.toString())) {
            out.write(
                    "HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic\r\n\r\n".getBytes(ISO_8859_1));
            return Optional.empty();
        }
        var way = way(request.substring("CONNECT ".length(), request.indexOf(" HTTP/1.1\r\n")));
        var answer =
                way.isPresent()
                        ? "HTTP/1.1 200 Here you are\r\nVia: 1.1 lab\r\n\r\n"
                        : "HTTP/1.1 502 Not found\r\nContent-Length: 4\r\n\r\nGone";
        out.write(answer.getBytes(ISO_8859_1));
        return way;
    }

    private boolean isLetIn(String request) {
        return access.map(it -> Base64.getEncoder().encodeToString(it.getBytes(ISO_8859_1)))
                .map(it -> request.contains("\r\nProxy-Authorization: Basic " + it + "\r\n"))
                .orElse(!request.contains("Proxy-Authorization"));
    }

    private Optional<InetSocketAddress> way(String wanted) throws InterruptedException {
        asked.add(wanted);
        gate.await();
        return Optional.ofNullable(ways.get(wanted));
    }

    private void pass(Socket client, InetSocketAddress to) throws IOException {
        try (var server = new Socket(to.getAddress(), to.getPort())) {
            var back = Thread.startVirtualThread(() -> copy(server, client));
            copy(client, server);
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            quietly(socket);
        }
        quietly(socket);
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }
}
