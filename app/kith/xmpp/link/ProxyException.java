package kith.xmpp.link;

import kith.model.ConnectionProblem.Kind;

import java.io.IOException;

/// An account's proxy doesn't let us through, or isn't there.
final class ProxyException extends IOException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    ProxyException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ProxyException(Kind kind, IOException cause) {
        super(cause.toString(), cause);
        this.kind = kind;
    }

    /// What it means to the user.
    Kind kind() {
        return kind;
    }
}
