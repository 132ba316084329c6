package kith.xmpp;

/// What came in can't be kept: the disk is full or failing. The server must not be told that we
/// have it.
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JournalException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
