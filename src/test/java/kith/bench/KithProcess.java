package kith.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A running Kith and the events it prints.
///
/// Any thread. Ends with [#close] or with this JVM.
final class KithProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(30);

    private final long startedAt;
    private final Process process;
    private final ProcessUsage usage;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Thread exit;

    private KithProcess(long startedAt, Process process) {
        this.startedAt = startedAt;
        this.process = process;
        this.usage = new ProcessUsage(process.toHandle());
        this.exit = new Thread(process::destroyForcibly, "kith-exit");
        Runtime.getRuntime().addShutdownHook(exit);
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(this::hear));
        Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(complaints::add));
    }

    static KithProcess start(ProcessBuilder builder) {
        long startedAt = System.nanoTime();
        try {
            return new KithProcess(startedAt, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Just before the program was started, by [System#nanoTime].
    long startedAt() {
        return startedAt;
    }

    ProcessUsage usage() {
        return usage;
    }

    /// What has been printed so far under this name.
    Stream<Event> events(String name) {
        return events.stream().filter(event -> event.name().equals(name));
    }

    /// Waits for an event.
    Event await(String name, Predicate<JsonObject> matching) {
        Awaitility.await(name)
                .pollInterval(
                        Duration.ofMillis(
                                50)) // events bear their own time; don't take the CPU from Kith
                .atMost(PATIENCE)
                .until(() -> !isRunning() || find(name, matching).isPresent());
        return find(name, matching)
                .orElseThrow(() -> new IllegalStateException("Kith ended:\n" + complaints()));
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// What it has written to its standard error.
    String complaints() {
        return String.join("\n", complaints);
    }

    /// Waits until it ends by itself, well.
    void awaitSuccess() {
        int status = awaitEnd(PATIENCE);
        if (status != 0) {
            throw new IllegalStateException(
                    "Kith ended with %d:\n%s".formatted(status, complaints()));
        }
    }

    /// Asks it to end, as a session manager does, and waits until it has.
    @Override
    public void close() {
        process.toHandle()
                .destroy(); // Process.destroy would close the streams, and the last lines be lost
        awaitEnd(END);
    }

    private int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Kith does not end:\n" + complaints());
            }
            Runtime.getRuntime().removeShutdownHook(exit);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IllegalStateException("Interrupted while Kith ends", e);
        }
    }

    private Optional<Event> find(String name, Predicate<JsonObject> matching) {
        return events(name).filter(event -> matching.test(event.content())).findFirst();
    }

    private void hear(String line) {
        long now = System.nanoTime();
        if (line.startsWith("{")) {
            events.add(new Event(now, JsonParser.parseString(line).getAsJsonObject()));
        }
    }

    /// One line of `--events`.
    ///
    /// @param at when it was printed, by [System#nanoTime]
    record Event(long at, JsonObject content) {

        String name() {
            return content.get("event").getAsString();
        }

        /// The id its sender gave the message (XEP-0359); empty for one without.
        String originId() {
            return content.has("originId") ? content.get("originId").getAsString() : "";
        }
    }
}
