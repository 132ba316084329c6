package kith.ui.fx;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The toolkit's thread, for tests: started once for all of them, on the headless platform.
public final class FxThread {

    private static final long LONGEST_SECONDS = 60;

    private FxThread() {}

    /// Runs a piece of work on the FX thread and waits for its result. What it throws fails the
    /// test.
    public static <T> T call(Callable<T> work) {
        Toolkit.STARTED.countDown();
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on the FX thread", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the FX thread is stuck", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// As [#call], without a result.
    public static void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return true;
                });
    }

    private static final class Toolkit {

        static final CountDownLatch STARTED = new CountDownLatch(1);

        static {
            Platform.startup(STARTED::countDown);
            Platform.setImplicitExit(false);
        }
    }
}
