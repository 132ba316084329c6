package kith.lab;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The server software the lab can run. A test that must hold on both takes this as its parameter.
public enum ServerKind {
    PROSODY,
    EJABBERD;

    private static final Map<Shared, XmppServer> SHARED = new ConcurrentHashMap<>();

    /// Starts a server of its own for the caller, who closes it.
    public XmppServer start(ServerProfile profile) {
        return XmppServer.start(this, profile);
    }

    /// A running server that tests of this JVM share: started by the first caller, ended with the
    /// JVM. Don't stop it, and use names nobody else does ([XmppServer#newAccount]).
    public XmppServer shared(ServerProfile profile) {
        return SHARED.computeIfAbsent(
                new Shared(this, profile), shared -> shared.kind().start(shared.profile()));
    }

    ServerSoftware software() {
        return switch (this) {
            case PROSODY -> new Prosody();
            case EJABBERD -> new Ejabberd();
        };
    }

    private record Shared(ServerKind kind, ServerProfile profile) {}
}
