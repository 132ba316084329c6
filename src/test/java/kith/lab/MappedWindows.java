package kith.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The moments at which windows appear on an X server, as the server itself reports them.
///
/// A client of the X protocol (X Window System Protocol, version 11) that asks for one thing only,
/// SubstructureNotify of the root window, so that nobody has to poll. Without a window manager
/// every top-level window is a child of the root. Windows smaller than a dialogue are left out:
/// toolkits make helpers nobody sees.
public final class MappedWindows implements AutoCloseable {

    private static final int LEAST_SIDE = 200;

    private static final int CREATE_NOTIFY = 16;
    private static final int MAP_NOTIFY = 19;
    private static final int CONFIGURE_NOTIFY = 22;

    private final SocketChannel server;
    private final Map<Integer, Boolean> large = new HashMap<>();
    private final BlockingQueue<Long> mapped = new LinkedBlockingQueue<>();

    private MappedWindows(SocketChannel server) {
        this.server = server;
    }

    /// Begins to watch.
    ///
    /// @param display the X server's number, on this machine
    public static MappedWindows of(int display) throws IOException {
        var server = SocketChannel.open(StandardProtocolFamily.UNIX);
        server.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + display));
        var windows = new MappedWindows(server);
        windows.watch(windows.shakeHands());
        Thread.ofPlatform().daemon().name("mapped-windows").start(windows::read);
        return windows;
    }

    /// Forgets the windows that have appeared so far.
    public void forget() {
        mapped.clear();
    }

    /// Waits for the next window.
    ///
    /// @return when it appeared, by [System#nanoTime]
    public long await(Duration patience) {
        try {
            Long at = mapped.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (at == null) {
                throw new IllegalStateException("No window within " + patience);
            }
            return at;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a window", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Connection setup.
    ///
    /// @return the root window of the first screen
    private int shakeHands() throws IOException {
        send(buffer(12).put(0, (byte) 'l').putShort(2, (short) 11));
        ByteBuffer head = receive(8);
        ByteBuffer body = receive(4 * Short.toUnsignedInt(head.getShort(6)));
        if (head.get(0) != 1) {
            throw new IOException("The X server refuses: status " + head.get(0));
        }
        int vendor = (Short.toUnsignedInt(body.getShort(16)) + 3) / 4 * 4;
        int formats = 8 * Byte.toUnsignedInt(body.get(21));
        return body.getInt(32 + vendor + formats);
    }

    /// ChangeWindowAttributes with the event mask SubstructureNotify.
    private void watch(int root) throws IOException {
        send(
                buffer(16)
                        .put(0, (byte) 2)
                        .putShort(2, (short) 4)
                        .putInt(4, root)
                        .putInt(8, 1 << 11)
                        .putInt(12, 1 << 19));
    }

    private void read() {
        try {
            while (true) {
                ByteBuffer event = receive(32);
                long now = System.nanoTime();
                int window = event.getInt(8);
                switch (event.get(0) & 0x7f) {
                    case CREATE_NOTIFY, CONFIGURE_NOTIFY -> large.put(window, isLarge(event));
                    case MAP_NOTIFY -> {
                        if (large.getOrDefault(window, false)) {
                            mapped.add(now);
                        }
                    }
                    default -> {} // of no interest
                }
            }
        } catch (ClosedChannelException | EOFException e) {
            large.clear(); // the end of the run
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLarge(ByteBuffer event) {
        int width = event.get(0) == CONFIGURE_NOTIFY ? 20 : 16;
        return Short.toUnsignedInt(event.getShort(width)) >= LEAST_SIDE
                && Short.toUnsignedInt(event.getShort(width + 2)) >= LEAST_SIDE;
    }

    private void send(ByteBuffer request) throws IOException {
        while (request.hasRemaining()) {
            server.write(request);
        }
    }

    private ByteBuffer receive(int length) throws IOException {
        ByteBuffer bytes = buffer(length);
        while (bytes.hasRemaining()) {
            if (server.read(bytes) < 0) {
                throw new EOFException("The X server has gone");
            }
        }
        return bytes.flip();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
