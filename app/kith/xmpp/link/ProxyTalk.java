package kith.xmpp.link;

import kith.model.ConnectionProblem.Kind;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What is said to a proxy and what it answers, before the server is heard through it: within a
/// time and a length for all of it, and not a byte further than asked, for that is the server's.
///
/// Blocks one thread.
final class ProxyTalk {

    /// Far more than any proxy needs to say, in bytes.
    private static final int LONGEST = 16_384;

    private final Socket socket;
    private final long end;
    private int heard;

    /// @param socket connected to the proxy
    /// @param patience for all of the talk
    ProxyTalk(Socket socket, Duration patience) {
        this.socket = socket;
        this.end = System.nanoTime() + patience.toNanos();
    }

    void say(byte[] words) throws IOException {
        socket.getOutputStream().write(words);
    }

    /// The next byte, 0–255.
    ///
    /// @throws EOFException where the proxy hung up
    /// @throws SocketTimeoutException where the time is over
    /// @throws ProxyException where it has said too much
    int hear() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the proxy takes too long");
        }
        if (heard >= LONGEST) {
            throw new ProxyException(Kind.NOT_A_PROXY, "an answer without end");
        }
        socket.setSoTimeout(Math.toIntExact(left));
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new EOFException("the proxy hung up");
        }
        heard++;
        return next;
    }

    /// Passes over so many bytes.
    void skip(int count) throws IOException {
        for (int at = 0; at < count; at++) {
            hear();
        }
    }

    /// Whether the proxy has said anything.
    boolean hasHeard() {
        return heard > 0;
    }

    /// From now on the socket waits as any other.
    void end() throws IOException {
        socket.setSoTimeout(0);
    }
}
