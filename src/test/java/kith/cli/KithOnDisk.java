package kith.cli;

import kith.Wiring;
import kith.base.Lane;
import kith.base.Subscription;
import kith.desktop.ClaimedInstance;
import kith.desktop.Directories;
import kith.desktop.PasswordFile;
import kith.desktop.RunningInstance;
import kith.desktop.SingleInstance;
import kith.lab.XmppServer;
import kith.session.Session;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.TrustedCertificates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Kith's commands on a real profile, each run as if by a process of its own, on a computer without
/// a window and without a key ring.
final class KithOnDisk implements Program {

    private final Path folder;
    private final TrustedCertificates trust;
    private final CompletableFuture<Void> ending = new CompletableFuture<>();

    KithOnDisk(Path folder, XmppServer server) {
        this.folder = folder;
        this.trust = TrustedCertificates.ofBundle(server.ca().bundle());
    }

    /// Runs a command line to its end.
    ///
    /// @param input what stands on its standard input
    Outcome run(String input, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = KithCommand.run(this, terminal(input, out, err), args);
        return new Outcome(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs a command line that goes on until [#end], and gives what it has printed so far.
    ByteArrayOutputStream start(Executor io, CompletableFuture<Integer> code, String... args) {
        var out = new ByteArrayOutputStream();
        var terminal = terminal("", out, new ByteArrayOutputStream());
        io.execute(() -> code.complete(KithCommand.run(this, terminal, args)));
        return out;
    }

    /// Asks what goes on to end, as SIGTERM does.
    void end() {
        ending.complete(null);
    }

    @Override
    public String version() {
        return "test";
    }

    @Override
    public int openWindow(StartOptions options) {
        throw new AssertionError("there is no window");
    }

    @Override
    public Workplace enter(StartOptions options, Duration patience) {
        try {
            var directories = Directories.of(new Directories.Place.Folder(folder)).create();
            return switch (SingleInstance.claim(directories.data(), patience)) {
                case ClaimedInstance mine -> new Here(directories, mine);
                case RunningInstance other -> new Elsewhere(other);
            };
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private static Terminal terminal(
            String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /// What a command printed and how it ended.
    record Outcome(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    private final class Here implements Workplace.Here {

        private final ClaimedInstance claim;
        private final Wiring wiring;
        private final List<Subscription> listening = new ArrayList<>();

        Here(Directories directories, ClaimedInstance claim) {
            this.claim = claim;
            this.wiring =
                    Wiring.open(
                            directories.data(),
                            CompletableFuture.completedFuture(Optional.empty()),
                            new PasswordFile(directories.data().resolve("passwords")),
                            trust,
                            new DnsNames());
        }

        @Override
        public Session session() {
            return wiring.session();
        }

        @Override
        public Lane core() {
            return wiring.lanes().core();
        }

        @Override
        public Executor io() {
            return wiring.lanes().io();
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public void listen(RequestHandler handler) {
            try {
                listening.add(claim.listen(handler::handle, io()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public CompletableFuture<Void> ending() {
            return ending;
        }

        @Override
        public void close() {
            try {
                listening.forEach(Subscription::close);
                wiring.close();
                claim.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private record Elsewhere(RunningInstance other) implements Workplace.Elsewhere {

        @Override
        public void ask(String request, Consumer<String> answer) throws IOException {
            other.ask(request, answer);
        }

        @Override
        public void close() {
            try {
                other.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
