package kith.store.dictionary;

import java.time.Duration;

/// The time by which work on a dictionary has to end, for what looks at it again and again.
final class Deadline implements Runnable {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /// @throws OverException where it is over
    @Override
    public void run() {
        if (isOver()) {
            throw new OverException();
        }
    }

    /// The work took too long.
    static final class OverException extends RuntimeException {

        private static final long serialVersionUID = 1;

        OverException() {
            super("too long");
        }
    }
}
