package kith.cli;

/// A command can't do what it was asked.
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String reason;

    public CommandFailed(int exitCode, String message) {
        super(message, null, false, false); // an answer, not a bug: no stack
        this.exitCode = exitCode;
        this.reason = message;
    }

    /// One line for the user.
    public String reason() {
        return reason;
    }

    /// One of [ExitCode].
    public int exitCode() {
        return exitCode;
    }
}
