package kith.ui.composer;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.util.function.Consumer;

/// Tells the other side that the user is writing, and that they have stopped (XEP-0085 §5.1).
///
/// FX thread only. Says each thing once.
final class TypingSignal implements AutoCloseable {

    /// After so long without a key the user has stopped.
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Consumer<Boolean> setTyping;
    private final Timer timer;
    private final Lane fx;
    private Subscription idle = () -> {};
    private int strokes;
    private boolean isTyping;

    TypingSignal(Consumer<Boolean> setTyping, Timer timer, Lane fx) {
        this.setTyping = setTyping;
        this.timer = timer;
        this.fx = fx;
    }

    /// The user has changed what they write.
    void stroke() {
        set(true);
        int thisStroke = ++strokes;
        idle.close();
        idle = timer.after(IDLE, () -> fx.execute(() -> stopAfter(thisStroke)));
    }

    /// The user has stopped: sent it, or taken all of it away.
    void stop() {
        strokes++;
        idle.close();
        set(false);
    }

    @Override
    public void close() {
        stop();
    }

    private void stopAfter(int stroke) {
        if (strokes == stroke) { // else a key came between the timer's lane and this one
            set(false);
        }
    }

    private void set(boolean now) {
        if (isTyping != now) {
            isTyping = now;
            setTyping.accept(now);
        }
    }
}
