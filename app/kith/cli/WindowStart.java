package kith.cli;

import kith.cli.Workplace.Elsewhere;

import java.util.Optional;

/// A start of the window where Kith already runs: that one's window is to come to the front.
public final class WindowStart {

    private WindowStart() {}

    /// Hands the start over.
    ///
    /// @return one of [ExitCode]
    public static int handOver(StartOptions options, Elsewhere elsewhere) {
        var terminal = Terminal.ofProcess();
        Optional<String> uri = options.uri();
        if (options.isHidden() && uri.isEmpty()) {
            return ExitCode.OK; // it runs, and may stay as it is
        }
        try {
            return Commands.handOver(elsewhere, new Request.ShowWindow(uri), terminal);
        } catch (CommandFailed failure) {
            terminal.error(failure.reason());
            return failure.exitCode();
        }
    }
}
