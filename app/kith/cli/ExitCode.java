package kith.cli;

/// How a command ended, as its caller sees it.
public final class ExitCode {

    public static final int OK = 0;

    /// Somebody said no, or something broke.
    public static final int FAILED = 1;

    /// The command line makes no sense.
    public static final int USAGE = 2;

    /// The account is not signed in: unknown, no password, or its server can't be reached.
    public static final int NOT_SIGNED_IN = 3;

    /// It took too long. A message that was to be sent waits, and goes out when Kith is next
    /// online.
    public static final int TIMED_OUT = 4;

    private ExitCode() {}
}
