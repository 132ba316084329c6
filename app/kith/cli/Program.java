package kith.cli;

import java.time.Duration;

/// The program around the commands, which `Main` is.
public interface Program {

    /// The program's version, for `--version`.
    String version();

    /// Opens the window and returns when it has been closed.
    ///
    /// @return one of [ExitCode]
    int openWindow(StartOptions options);

    /// Opens the data folder for a command, or finds the Kith that has it. Connects nothing.
    ///
    /// @param patience how long to wait for one that has it and doesn't listen
    /// @throws CommandFailed where neither is possible
    Workplace enter(StartOptions options, Duration patience);
}
