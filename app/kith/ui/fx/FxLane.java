package kith.ui.fx;

import javafx.application.Platform;

import kith.base.Lane;

import java.util.function.Consumer;

/// The toolkit's own thread as a lane, and the only user of `Platform.runLater`.
///
/// Usable from any thread once the toolkit runs. What the work throws goes to the guard.
public final class FxLane implements Lane {

    private final Consumer<Throwable> guard;

    /// @param guard is told what work throws, on the FX thread
    public FxLane(Consumer<Throwable> guard) {
        this.guard = guard;
    }

    @Override
    public void execute(Runnable work) {
        Platform.runLater(() -> run(work));
    }

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public String toString() {
        return "FX lane";
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable thrown) { // one bad piece of work must not end the thread of all windows
            guard.accept(thrown);
        }
    }
}
