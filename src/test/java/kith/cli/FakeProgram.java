package kith.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A program that opens no window and no session, and hands requests to a process that isn't there,
/// which gives a prepared answer.
final class FakeProgram implements Program {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Request> requests = new ArrayList<>();
    private List<String> answer = List.of(AnswerJson.exit(ExitCode.OK));
    private Optional<StartOptions> window = Optional.empty();
    private Optional<StartOptions> entered = Optional.empty();
    private Duration patience = Duration.ZERO;
    private String input = "";

    /// Runs a command line.
    int run(String... args) {
        return WindowLine.read(args)
                .map(this::openWindow)
                .orElseGet(() -> KithCommand.run(this, terminal(), args));
    }

    void answerWith(String... lines) {
        answer = List.of(lines);
    }

    void input(String text) {
        input = text;
    }

    /// The options with which the window was opened, if it was.
    Optional<StartOptions> window() {
        return window;
    }

    /// The options with which the data folder was opened, if it was.
    Optional<StartOptions> entered() {
        return entered;
    }

    Duration patience() {
        return patience;
    }

    /// What was asked of the other process.
    List<Request> requests() {
        return requests;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public int openWindow(StartOptions options) {
        window = Optional.of(options);
        return ExitCode.OK;
    }

    @Override
    public Workplace enter(StartOptions options, Duration patience) {
        entered = Optional.of(options);
        this.patience = patience;
        return new Workplace.Elsewhere() {
            @Override
            public void ask(String request, Consumer<String> lines) {
                requests.add(RequestJson.read(request));
                answer.forEach(lines);
            }

            @Override
            public void close() {
                // there is nothing to close
            }
        };
    }
}
