package kith.xmpp.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import javax.net.SocketFactory;

/// Gives Smack sockets that are connected already: it would try the endpoints one after the other,
/// and wait long for each that doesn't answer. The address that it then connects them to is not
/// used.
///
/// The sockets don't hold small pieces back: Smack hands a stanza and the request to acknowledge it
/// as two small pieces, and the second would wait for the first one's acknowledgement.
final class RacingSockets extends SocketFactory {

    private final Way way;
    private final boolean isStraight;
    private volatile Optional<InetAddress> server = Optional.empty();

    /// @param patience for each attempt to connect
    /// @param heard is run whenever something comes in, on any thread
    /// @param io runs the attempts, all at once
    RacingSockets(Lookup lookup, Duration patience, Runnable heard, Executor io) {
        this(() -> new Race(lookup.endpoints(), patience, heard, io).run(), true);
    }

    /// @param way through a proxy
    RacingSockets(Way way) {
        this(way, false);
    }

    private RacingSockets(Way way, boolean isStraight) {
        this.way = way;
        this.isStraight = isStraight;
    }

    /// Where the server is that was connected to last; empty where a proxy alone knows. Any thread.
    Optional<InetAddress> server() {
        return server;
    }

    /// Leads to the server.
    @FunctionalInterface
    interface Way {

        /// Connects. Blocks.
        Socket connect() throws IOException, InterruptedException;
    }

    /// Finds the endpoints, anew for each connection.
    @FunctionalInterface
    interface Lookup {

        /// Looks them up. Blocks.
        ///
        /// @return the best first; at least one
        List<InetSocketAddress> endpoints() throws UnknownHostException;
    }

    @Override
    public Socket createSocket() throws IOException {
        try {
            var socket = way.connect();
            server = Optional.ofNullable(socket.getInetAddress()).filter(_ -> isStraight);
            return socket;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw ownWay();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        throw ownWay();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw ownWay();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        throw ownWay();
    }

    private static IOException ownWay() {
        return new IOException("finds the endpoints itself");
    }
}
