package kith.cli;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `kith send`: sends a message and says by its exit status whether the server has it.
@Command(
        name = "send",
        description = {
            "Sends a message and waits until the server has it.",
            "Where Kith runs, that one sends it; else this signs in for it."
        },
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    @ParentCommand private @Nullable KithCommand kith;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            required = true,
            converter = Addresses.Peer.class,
            description = "The contact or room.")
    private @Nullable BareJid to;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            converter = Addresses.Account.class,
            description = "The account, where there are several.")
    private @Nullable EntityBareJid from;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the server, else 60 seconds.")
    private int seconds;

    @ArgGroup(multiplicity = "1")
    private @Nullable Text text;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(kith);
        var patience = Duration.ofSeconds(seconds);
        var request =
                new Request.Send(
                        Optional.ofNullable(from),
                        Objects.requireNonNull(to),
                        Objects.requireNonNull(text).read(command),
                        patience);
        return command.run(request, patience, command.terminal());
    }

    /// What to say.
    static final class Text {

        @Parameters(paramLabel = "TEXT", description = "What to say.")
        private @Nullable String words;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Say what this file holds; - reads standard input.")
        private @Nullable Path file;

        String read(KithCommand command) {
            var text = file == null ? Objects.requireNonNull(words) : command.terminal().read(file);
            if (text.isBlank()) {
                throw new CommandFailed(ExitCode.USAGE, "there is nothing to send");
            }
            return text.stripTrailing();
        }
    }
}
