package kith.store;

import kith.base.BatchLane;
import kith.base.GuardedFuture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// What waits for the commit of the present batch. Each piece runs as an ending of the batch, with
/// a guard of its own. Core lane only.
final class AfterCommit {

    private final BatchLane core;
    private final List<Waiting> waiting = new ArrayList<>();

    AfterCommit(BatchLane core) {
        this.core = core;
    }

    /// @param never takes the reason why it will not be committed
    private record Waiting(Runnable work, Consumer<Throwable> never) {}

    void add(Runnable work) {
        waiting.add(new Waiting(work, _ -> {}));
    }

    /// Completes after the commit, and fails with the reason why there was none.
    CompletionStage<Void> outcome() {
        var outcome = new GuardedFuture<Void>(core);
        waiting.add(new Waiting(() -> outcome.complete(null), outcome::completeExceptionally));
        return outcome;
    }

    /// How many there are.
    int size() {
        return waiting.size();
    }

    /// Cancels all but the first.
    void takeBack(int kept) {
        var taken = waiting.subList(kept, waiting.size());
        end(List.copyOf(taken), new CancellationException("taken back"));
        taken.clear();
    }

    /// The batch is committed.
    void run() {
        take().forEach(each -> core.atBatchEnd(each.work()));
    }

    /// It could not be.
    void fail(StoreException reason) {
        end(take(), reason);
    }

    private void end(List<Waiting> ended, Throwable reason) {
        ended.forEach(each -> core.atBatchEnd(() -> each.never().accept(reason)));
    }

    private List<Waiting> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
