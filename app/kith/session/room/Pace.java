package kith.session.room;

import kith.base.BatchLane;
import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When what has changed in rooms is shown: with the end of the batch, but in a crowd no more often
/// than anybody could see, as each time everyone in it is looked at.
///
/// Core lane only.
final class Pace {

    /// A room of more people is a crowd.
    static final int CROWD = 250;

    /// So long at least between one time and the next.
    static final Duration GAP = Duration.ofMillis(100);

    private final BatchLane core;
    private final Timer timer;
    private final InstantSource clock;
    private final Runnable show;
    private Instant last = Instant.MIN;
    private boolean isDue;
    private boolean isLater;
    private Subscription later = () -> {};

    Pace(BatchLane core, Timer timer, InstantSource clock, Runnable show) {
        this.core = core;
        this.timer = timer;
        this.clock = clock;
        this.show = show;
    }

    /// Something is to be shown.
    ///
    /// @param people how many are where it changed
    void ask(int people) {
        if (isDue) {
            return;
        }
        var wait = people > CROWD ? untilNext() : Duration.ZERO;
        if (!wait.isPositive()) {
            isDue = true;
            core.atBatchEnd(this::run);
        } else if (!isLater) {
            await(wait);
        }
    }

    /// Something is to be shown that may be much more in a moment.
    void askLater() {
        if (!isDue && !isLater) {
            await(GAP);
        }
    }

    private void await(Duration wait) {
        isLater = true;
        later = timer.after(wait, this::runLater);
    }

    /// A clock that was put back makes nobody wait for it.
    private Duration untilNext() {
        var now = clock.instant();
        var next = last.equals(Instant.MIN) ? now : last.plus(GAP);
        var wait = Duration.between(now, next);
        return wait.compareTo(GAP) > 0 ? Duration.ZERO : wait;
    }

    private void runLater() {
        isLater = false;
        if (!isDue) {
            isDue = true;
            core.atBatchEnd(this::run);
        }
    }

    private void run() {
        isDue = false; // before anything fails: then the next change is shown
        isLater = false;
        later.close();
        last = clock.instant();
        show.run();
    }
}
