package kith.ui.timeline;

import javafx.animation.AnimationTimer;

import java.util.function.DoublePredicate;

/// Goes on scrolling at a steady speed, by the clock of the animations, while the mouse is held at
/// an edge.
final class EdgeScroll extends AnimationTimer {

    /// In px per second.
    private static final double SPEED = 600;

    /// The longest frame that counts, in s: after a hold-up it doesn't leap.
    private static final double LONGEST = 0.1;

    private static final double NANOS = 1e9;

    private final DoublePredicate scroll;
    private int direction;
    private long last;
    private double rest;

    /// @param scroll moves by whole px, downwards where positive; tells whether it may go on
    EdgeScroll(DoublePredicate scroll) {
        this.scroll = scroll;
    }

    /// Begins, turns, goes on, or ends.
    ///
    /// @param newDirection -1 upwards, 1 downwards, 0 for none
    void aim(int newDirection) {
        if (newDirection == direction) {
            return;
        }
        boolean isRunning = direction != 0;
        direction = newDirection;
        rest = 0;
        if (newDirection == 0) {
            super.stop();
        } else if (!isRunning) {
            last = 0;
            start();
        }
    }

    @Override
    public void stop() {
        aim(0);
    }

    @Override
    public void handle(long now) {
        if (last == 0) {
            last = now;
            return;
        }
        rest += direction * SPEED * Math.min((now - last) / NANOS, LONGEST);
        last = now;
        double whole = rest < 0 ? Math.ceil(rest) : Math.floor(rest);
        rest -= whole;
        if (whole != 0 && !scroll.test(whole)) {
            stop();
        }
    }
}
