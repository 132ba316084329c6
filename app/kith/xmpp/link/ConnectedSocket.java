package kith.xmpp.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;

/// A socket that takes it well when it is told to connect once more, and tells when something comes
/// in: under TLS a stanza, and even a piece of one, may come long after its first byte.
final class ConnectedSocket extends Socket {

    private final Runnable heard;

    /// @param heard is run whenever something comes in, on the thread that reads
    ConnectedSocket(Runnable heard) {
        this.heard = heard;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!isConnected()) {
            super.connect(endpoint, timeout);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new HeardStream(super.getInputStream());
    }

    private final class HeardStream extends FilterInputStream {

        HeardStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                heard.run();
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                heard.run();
            }
            return count;
        }
    }
}
