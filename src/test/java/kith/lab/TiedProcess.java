package kith.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process tied to this JVM: it ends when the JVM does, however that ends.
///
/// The tie is a pipe. A small shell stands between, and reads from it; when the other end is
/// closed, by [#stop] or because the JVM was killed, the shell ends the process. A shutdown hook
/// alone would leave processes behind after `kill -9`.
///
/// Both are in a session of their own, so that a terminal doesn't interrupt them together with the
/// JVM: who is interrupted ends its processes in its own order.
///
/// Any thread.
public final class TiedProcess {

    /// `$@` is the process. The shell ends with it, in whichever way that happens.
    private static final String TIE =
            """
            exec 3<&0
            "$@" 3<&- </dev/null &
            tied=$!
            (read -r _ <&3; kill -TERM $tied) 2>/dev/null &
            tie=$!
            wait $tied
            status=$?
            kill $tie 2>/dev/null
            exit $status
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process shell;

    private TiedProcess(Process shell) {
        this.shell = shell;
    }

    /// Starts a process.
    ///
    /// @param builder what to run, and where its output goes; its input is empty
    public static TiedProcess start(ProcessBuilder builder) {
        var line = new ArrayList<>(List.of("setsid", "sh", "-c", TIE, "tie"));
        line.addAll(builder.command());
        try {
            return new TiedProcess(
                    builder.command(line).redirectInput(ProcessBuilder.Redirect.PIPE).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isRunning() {
        return shell.isAlive();
    }

    /// What it prints, if that goes nowhere else.
    public InputStream output() {
        return shell.getInputStream();
    }

    /// Waits until it has ended by itself or was ended.
    ///
    /// @return its exit code
    public int awaitEnd() throws InterruptedException {
        return shell.waitFor();
    }

    /// Asks it to end and waits until it has; kills it if it takes too long.
    public void stop() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!ended(PATIENCE)) {
            kill();
        }
    }

    /// Ends it at once, as a crash or a power cut would, and waits until it is gone.
    public void kill() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        if (!ended(PATIENCE)) {
            throw new IllegalStateException("A process survived SIGKILL: " + shell.info());
        }
    }

    private boolean ended(Duration patience) {
        try {
            return shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            return false;
        }
    }
}
