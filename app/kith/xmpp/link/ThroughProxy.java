package kith.xmpp.link;

import kith.model.ConnectionProblem.Kind;
import kith.model.ProxyAccess;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/// The way through a proxy: the proxy is connected to, and asked to connect to the server by its
/// name. There is no other way beside it and none after it: where it fails, that is the end of it.
///
/// The JDK's own SOCKS sends the system's user name unasked, falls back to SOCKS 4, and knows
/// passwords only of the whole process; what Smack has waits without limit for an answer, and looks
/// the server up itself.
final class ThroughProxy implements RacingSockets.Way {

    private final RacingSockets.Way toProxy;
    private final ProxyAccess access;
    private final ProxyTarget target;
    private final Duration patience;

    /// @param toProxy connects to the proxy
    /// @param patience for all that the proxy has to say
    ThroughProxy(
            RacingSockets.Way toProxy, ProxyAccess access, ProxyTarget target, Duration patience) {
        this.toProxy = toProxy;
        this.access = access;
        this.target = target;
        this.patience = patience;
    }

    /// @throws ProxyException whatever goes wrong
    @Override
    public Socket connect() throws IOException, InterruptedException {
        var socket = reach();
        boolean isThrough = false;
        try {
            talk(new ProxyTalk(socket, patience));
            isThrough = true;
            return socket;
        } finally {
            if (!isThrough) {
                socket.close();
            }
        }
    }

    private Socket reach() throws IOException, InterruptedException {
        try {
            return toProxy.connect();
        } catch (IOException unreached) {
            throw new ProxyException(Kind.PROXY_UNREACHABLE, unreached);
        }
    }

    /// One that goes silent or away after it has said something is there: it is the server that it
    /// doesn't get to.
    private void talk(ProxyTalk talk) throws IOException {
        try {
            switch (access.proxy().kind()) {
                case SOCKS5 -> new Socks5(talk, access).connect(target);
                case HTTP -> new HttpConnect(talk, access).connect(target);
            }
            talk.end();
        } catch (ProxyException known) {
            throw known;
        } catch (IOException silentOrGone) {
            var kind = talk.hasHeard() ? Kind.PROXY_CANNOT_CONNECT : Kind.PROXY_UNREACHABLE;
            throw new ProxyException(kind, silentOrGone);
        }
    }
}
