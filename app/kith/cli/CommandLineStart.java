package kith.cli;

/// Where a command line begins.
public final class CommandLineStart {

    private CommandLineStart() {}

    /// Does what the command line says.
    ///
    /// @return one of [ExitCode]
    public static int run(Program program, String... args) {
        var words = TypedWords.of(args);
        return WindowLine.read(words)
                .map(program::openWindow)
                .orElseGet(() -> KithCommand.run(program, Terminal.ofProcess(), words));
    }
}
