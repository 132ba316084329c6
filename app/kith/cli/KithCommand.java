package kith.cli;

import kith.cli.Workplace.Here;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `kith` itself, and the options that all its commands have.
///
/// A line that only opens the window doesn't come here: see [WindowLine].
@Command(
        name = "kith",
        header = "An instant-messaging client for XMPP.",
        description = "Without a command, opens the window.",
        versionProvider = KithCommand.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountCommand.class,
            SendCommand.class,
            ExportCommand.class,
            SearchCommand.class
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:refused, or something broke",
            "2:the command line makes no sense",
            "3:the account is not signed in",
            "4:it took too long"
        })
final class KithCommand implements Callable<Integer> {

    /// How long to wait for a Kith that has the data folder and doesn't listen: it is starting,
    /// ending, or doing one command.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Program program;
    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Keep everything beneath this folder.")
    private @Nullable Path dataFolder;

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Use a set of folders of its own.")
    private @Nullable String profile;

    @Option(
            names = {"-l", "--log"},
            paramLabel = "PART=LEVEL",
            scope = ScopeType.INHERIT,
            description =
                    "Log more or less of a part, such as store or smack: off, error, warn, info,"
                            + " debug, trace.")
    private List<String> logLevels = new ArrayList<>();

    @Option(names = "--hidden", description = "Keep the window hidden at first.")
    private boolean isHidden;

    @Option(
            names = "--headless",
            description = "Run without a window until the process is asked to end.")
    private boolean isHeadless;

    @Option(names = "--events", description = "Print what happens, as lines of JSON.")
    private boolean isPrintingEvents;

    @Parameters(
            arity = "0..1",
            paramLabel = "xmpp:ADDRESS",
            description = "Open the chat with this address.")
    private @Nullable String uri;

    private KithCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /// Does what the command line says.
    ///
    /// @return one of [ExitCode]
    static int run(Program program, Terminal terminal, String... args) {
        return commandLine(program, terminal).execute(args);
    }

    static CommandLine commandLine(Program program, Terminal terminal) {
        var line = new CommandLine(new KithCommand(program, terminal));
        line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
        line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(KithCommand::misused);
        line.setExecutionExceptionHandler(KithCommand::failed);
        return line;
    }

    @Override
    public Integer call() {
        var options = options();
        if (!isHeadless) {
            return program.openWindow(options);
        }
        try (var place = program.enter(options, PATIENCE)) {
            if (!(place instanceof Here here)) {
                throw new CommandFailed(ExitCode.FAILED, "Kith already runs there");
            }
            var headless = new Headless(here);
            if (isPrintingEvents) {
                headless.run(terminal.out());
            } else {
                headless.run();
            }
            return ExitCode.OK;
        }
    }

    Terminal terminal() {
        return terminal;
    }

    /// Has a request done.
    int run(Request request, Duration patience, Answer answer) {
        return new Commands(program).run(options(), request, patience, answer);
    }

    private StartOptions options() {
        if (dataFolder != null && profile != null) {
            throw misuse("--data-dir and --profile exclude each other");
        }
        if (uri != null && !uri.startsWith("xmpp:")) {
            throw misuse("no such command: " + uri);
        }
        return new StartOptions(
                Optional.ofNullable(dataFolder),
                Optional.ofNullable(profile),
                List.copyOf(logLevels),
                isHidden,
                isPrintingEvents,
                Optional.ofNullable(uri));
    }

    /// The user wrote what makes no sense.
    ParameterException misuse(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private static int misused(ParameterException failure, String... args) {
        var line = failure.getCommandLine();
        line.getErr().printf("kith: %s\n", failure.getMessage());
        line.getErr().printf("Try '%s --help'.\n", line.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof CommandFailed command) {
            line.getErr().printf("kith: %s\n", command.reason());
            return command.exitCode();
        }
        throw failure;
    }

    /// `kith --version`.
    static final class Version implements CommandLine.IVersionProvider {

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public String[] getVersion() {
            var kith = (KithCommand) spec.root().userObject();
            return new String[] {"Kith " + kith.program.version()};
        }
    }
}
