package kith.ui.fx;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A page in a window of its own, in Kith's look, on the headless platform.
public final class OnStage implements AutoCloseable {

    private static final List<String> CHAT = List.of("chat", "timeline", "composer", "room");

    private final Stage stage;

    /// With the sheets of a chat.
    ///
    /// @param page makes the page; called on the FX thread
    public OnStage(int width, int height, Supplier<Parent> page) {
        this(width, height, CHAT, page);
    }

    /// @param sheets of the screens it shows
    /// @param page makes the page; called on the FX thread
    public OnStage(int width, int height, List<String> sheets, Supplier<Parent> page) {
        stage =
                FxThread.call(
                        () -> {
                            var appearance = new Appearance();
                            var scene = new Scene(page.get(), width, height);
                            appearance.dress(scene, sheets.toArray(String[]::new));
                            var made = new Stage();
                            made.setScene(scene);
                            made.setX(0); // the headless screen is small
                            made.setY(0);
                            made.show();
                            made.requestFocus();
                            return made;
                        });
        settle();
    }

    /// Waits until everything that was asked for is laid out: two frames, as the first may ask for
    /// more.
    public void settle() {
        for (int frame = 0; frame < 2; frame++) {
            var done = new CountDownLatch(1);
            FxThread.run(() -> afterNextLayout(done::countDown));
            try {
                if (!done.await(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("no frame came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void afterNextLayout(Runnable then) {
        var scene = stage.getScene();
        Runnable[] listener = new Runnable[1];
        listener[0] =
                () -> {
                    scene.removePostLayoutPulseListener(listener[0]);
                    then.run();
                };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        FxThread.run(stage::close);
    }
}
