package kith.session.search;

import kith.base.Lane;
import kith.store.search.SearchIndex;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Work on the index, on io, one piece at a time. Core lane only.
final class IndexJobs {

    /// After so long it is looked whether an index that failed can be used now.
    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IndexJobs.class);

    private final Lane core;
    private final Executor io;
    private boolean isBusy;

    IndexJobs(Lane core, Executor io) {
        this.core = core;
        this.io = io;
    }

    /// Something of the index's.
    @FunctionalInterface
    interface Work<T> {

        T run() throws IOException;
    }

    /// Something of the index's that gives nothing.
    @FunctionalInterface
    interface Writing {

        void run() throws IOException;
    }

    /// Whether a piece of work, or what it waits for, is not done.
    boolean isBusy() {
        return isBusy;
    }

    /// Runs work on io, then one of the others on the core lane.
    <T> void run(Work<T> work, Consumer<T> then, Consumer<Throwable> otherwise) {
        isBusy = true;
        var _ =
                CompletableFuture.supplyAsync(() -> unchecked(work), io)
                        .whenComplete(
                                (result, failure) ->
                                        end(
                                                () -> {
                                                    if (failure == null) {
                                                        then.accept(result);
                                                    } else {
                                                        fail(cause(failure), otherwise);
                                                    }
                                                }));
    }

    void run(Writing work, Runnable then, Consumer<Throwable> otherwise) {
        run(
                () -> {
                    work.run();
                    return Optional.empty();
                },
                _ -> then.run(),
                otherwise);
    }

    /// Goes on once something has come to pass, or failed.
    void await(CompletionStage<Void> event, Runnable then, Runnable otherwise) {
        isBusy = true;
        var _ = event.whenComplete((_, failure) -> end(failure == null ? then : otherwise));
    }

    /// Closes an index that is of no use any more.
    void discard(SearchIndex index) {
        io.execute(
                () -> {
                    try {
                        index.close();
                    } catch (IOException failure) {
                        LOG.debug("the search index couldn't be closed", failure);
                    }
                });
    }

    /// What to tell of a failure.
    static SearchState.Reason reason(Throwable failure) {
        var words = String.valueOf(failure.getMessage());
        boolean isFull =
                words.contains("No space left") || words.contains("not enough space on the disk");
        return isFull ? SearchState.Reason.DISK_FULL : SearchState.Reason.DISK;
    }

    /// What nobody expects is a fault beside.
    private static void fail(Throwable failure, Consumer<Throwable> otherwise) {
        otherwise.accept(failure);
        switch (failure) {
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            default -> {}
        }
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof UncheckedIOException disk && disk.getCause() != null
                ? disk.getCause()
                : cause;
    }

    private void end(Runnable next) {
        core.execute(
                () -> {
                    isBusy = false;
                    next.run();
                });
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
