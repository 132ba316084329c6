package kith.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One end of a TCP connection, in the hands of a [FaultProxy] or a [ScriptedServer]: in clear at
/// first, maybe under TLS later, and ended in whatever way is wanted.
final class WireEnd {

    private final Socket tcp;
    private volatile Socket current;

    WireEnd(Socket tcp) throws IOException {
        this.tcp = tcp;
        this.current = tcp;
        tcp.setTcpNoDelay(true);
    }

    InputStream input() throws IOException {
        return current.getInputStream();
    }

    OutputStream output() throws IOException {
        return current.getOutputStream();
    }

    /// How long to wait for something to read; zero is for ever.
    void patience(Duration time) throws IOException {
        tcp.setSoTimeout((int) time.toMillis());
    }

    /// Turns to TLS in the server's role.
    void serveTls(SSLContext context) throws IOException {
        secure(context, false);
    }

    /// Turns to TLS in the client's role. Whom the other side proves to be is of no interest here.
    void useTls(SSLContext context) throws IOException {
        secure(context, true);
    }

    private void secure(SSLContext context, boolean asClient) throws IOException {
        String host = tcp.getInetAddress().getHostAddress();
        var tls =
                (SSLSocket) context.getSocketFactory().createSocket(tcp, host, tcp.getPort(), true);
        tls.setUseClientMode(asClient);
        if (!asClient) {
            var parameters = tls.getSSLParameters();
            parameters.setUseCipherSuitesOrder(false); // the client's, as Prosody has it
            tls.setSSLParameters(parameters);
        }
        tls.startHandshake();
        current = tls;
    }

    /// Which cipher suite was agreed on; only once TLS is there.
    String cipherSuite() {
        return ((SSLSocket) current).getSession().getCipherSuite();
    }

    /// Ends the connection by TCP RST.
    void reset() throws IOException {
        tcp.setSoLinger(true, 0);
        tcp.close();
    }

    /// Sends TCP FIN and nothing before it. Still reads.
    void finish() throws IOException {
        tcp.shutdownOutput();
    }

    /// Ends the connection in good order.
    void close() throws IOException {
        current.close();
        tcp.close();
    }
}
