package kith.session;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/// Does what blocks at once, unless a test holds it up: as a slow disk does.
final class ScriptedIo implements Executor {

    private final ArrayDeque<Runnable> held = new ArrayDeque<>();
    private boolean isHeld;

    @Override
    public void execute(Runnable work) {
        if (isHeld) {
            held.add(work);
        } else {
            work.run();
        }
    }

    /// From now on nothing is done.
    void hold() {
        isHeld = true;
    }

    /// Does what was held up, the last first, as there is no order in this; and from now on all at
    /// once.
    void goOn() {
        isHeld = false;
        while (!held.isEmpty()) {
            held.removeLast().run();
        }
    }
}
