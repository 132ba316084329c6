package kith.session.search;

import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.util.Optional;

/// When what was written to the index is brought to the disk: that takes long, so it is done for
/// many at once. Core lane only.
final class CommitClock {

    /// At the latest after so many rows, for a kill to lose little.
    private static final int ROWS = 50_000;

    /// And after so long.
    private static final Duration REST = Duration.ofSeconds(10);

    private final Timer timer;
    private final Runnable due;
    private Optional<Subscription> waiting = Optional.empty();
    private int rows;
    private boolean isDirty;
    private boolean isDue;

    /// @param due is run when it is time
    CommitClock(Timer timer, Runnable due) {
        this.timer = timer;
        this.due = due;
    }

    boolean isDue() {
        return isDue;
    }

    /// Something was written.
    ///
    /// @param count how many new rows
    void written(int count) {
        isDirty = true;
        rows += count;
        isDue |= rows >= ROWS;
    }

    /// There is nothing to write at the moment.
    void rest() {
        if (isDirty && waiting.isEmpty()) {
            waiting =
                    Optional.of(
                            timer.after(
                                    REST,
                                    () -> {
                                        waiting = Optional.empty();
                                        isDue = isDirty;
                                        due.run();
                                    }));
        }
    }

    /// All is on the disk, or lost.
    void done() {
        waiting.ifPresent(Subscription::close);
        waiting = Optional.empty();
        rows = 0;
        isDirty = false;
        isDue = false;
    }
}
