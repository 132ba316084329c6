package kith.xmpp;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/// A file didn't get where it was to go, to a server or from it.
public final class TransferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public TransferException(Kind kind, String detail) {
        super(detail, null, false, false); // a thing of the network, not a bug: no stack
        this.kind = kind;
    }

    /// What has gone wrong.
    public enum Kind {
        /// The line broke, or was never there; the next attempt may do better.
        INTERRUPTED,
        /// The server has trouble of its own now.
        BUSY,
        /// The server doesn't want it at this place (any more), or doesn't give it away.
        REFUSED,
        /// It is too large, or there is no room for it.
        TOO_LARGE,
        /// Nobody whom we trust vouches for the server.
        NOT_TRUSTED,
        /// The file isn't there any more, or isn't what it was.
        FILE_GONE,
        /// The place is none that is fetched from: not by HTTPS, in a private network, or what
        /// leads on to such a place, or on and on.
        UNSAFE,
        /// Nothing is at the place (any more).
        GONE
    }

    public Kind kind() {
        return kind;
    }

    /// Why a stage failed; empty where it didn't fail, or for another reason.
    public static Optional<TransferException> in(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof TransferException known ? Optional.of(known) : Optional.empty();
    }
}
