package kith.base;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The end of the process as others ask for it: SIGTERM, SIGINT, the end of the user's session.
///
/// Whoever waits for it has [#PATIENCE] to put things in order; then the process ends.
public final class ProcessEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private ProcessEnd() {}

    /// Begins to watch. Once in a process.
    public static ProcessEnd watch() {
        var end = new ProcessEnd();
        var hook = Thread.ofPlatform().name("kith-end").unstarted(end::ask);
        Runtime.getRuntime().addShutdownHook(hook);
        return end;
    }

    /// Completes when somebody asks the process to end, or it ends by itself.
    public CompletableFuture<Void> asked() {
        return asked.copy();
    }

    /// All is in order; the process may end.
    public void ready() {
        ready.complete(null);
    }

    private void ask() {
        asked.complete(null);
        ready.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
