package kith.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `kith search`: finds messages.
@Command(
        name = "search",
        description =
                "Finds messages by their words. Also: \"words in a row\", word*, from:NAME, in:CHAT,"
                        + " after:2026-01-31, before:2026-12, has:link, has:file, has:picture.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    @ParentCommand private @Nullable KithCommand kith;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "Give at most so many; ${DEFAULT-VALUE} if not given.")
    private int limit;

    @Option(names = "--best", description = "The best first, instead of the newest.")
    private boolean isBestFirst;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long to wait for the history to be made ready to be searched;"
                            + " ${DEFAULT-VALUE} if not given.")
    private long timeout;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(kith);
        if (limit < 1 || timeout < 1) {
            throw command.misuse("--limit and --timeout must be 1 or more");
        }
        var request =
                new Request.Search(
                        String.join(" ", words), isBestFirst, limit, Duration.ofSeconds(timeout));
        return command.run(request, KithCommand.PATIENCE, command.terminal());
    }
}
