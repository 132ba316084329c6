package kith.cli;

import com.google.gson.JsonParseException;

import kith.cli.Workplace.Elsewhere;
import kith.cli.Workplace.Here;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/// Has requests done, by this process or by the one that has the data folder.
final class Commands {

    private final Program program;

    Commands(Program program) {
        this.program = program;
    }

    /// Has a request done.
    ///
    /// @param patience how long to wait for one that has the data folder and doesn't listen
    /// @return one of [ExitCode]
    int run(StartOptions options, Request request, Duration patience, Answer answer) {
        try (var place = program.enter(options, patience)) {
            return switch (place) {
                case Here here ->
                        RequestRunner.forCommand(here.session(), here.core()).run(request, answer);
                case Elsewhere elsewhere -> handOver(elsewhere, request, answer);
            };
        }
    }

    /// Has the process that has the data folder do a request.
    static int handOver(Elsewhere elsewhere, Request request, Answer answer) {
        var exit = new AtomicReference<>(OptionalInt.empty());
        try {
            elsewhere.ask(
                    RequestJson.write(request), line -> exit.set(AnswerJson.read(line, answer)));
        } catch (IOException | JsonParseException failure) {
            throw new CommandFailed(
                    ExitCode.FAILED, "lost the Kith that runs: " + failure.getMessage());
        }
        return exit.get()
                .orElseThrow(
                        () ->
                                new CommandFailed(
                                        ExitCode.FAILED, "the Kith that runs ended before it"));
    }
}
