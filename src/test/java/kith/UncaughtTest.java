package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

import kith.base.RealError;
import kith.desktop.ClaimedInstance;
import kith.desktop.Directories;
import kith.desktop.SingleInstance;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// What nobody catches, on threads that are not Kith's own, is shown as a fault, and the thread of
/// the windows goes on (F30).
class UncaughtTest {

    private final AtomicReference<Optional<UncaughtExceptionHandler>> before =
            new AtomicReference<>();
    private final AtomicReference<OpenProfile> profile = new AtomicReference<>();

    @TempDir Path folder;

    @BeforeEach
    void open() throws IOException {
        before.set(Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler()));
        var directories = Directories.of(new Directories.Place.Folder(folder)).create();
        if (SingleInstance.claim(directories.data(), java.time.Duration.ofSeconds(10))
                instanceof ClaimedInstance mine) {
            profile.set(OpenProfile.open(directories, mine, new CompletableFuture<>()));
        }
    }

    @AfterEach
    void close() {
        profile.get().close();
        Thread.setDefaultUncaughtExceptionHandler(before.get().orElse(null));
    }

    @ParameterizedTest
    @EnumSource
    void onAThreadOfALibrary(RealError error) throws InterruptedException {
        Thread.ofPlatform().start(error).join();
        awaitFault(error);
        profile.get().session().faults().dismiss();
        Thread.ofVirtual().start(error).join();
        awaitFault(error);
    }

    @ParameterizedTest
    @EnumSource
    void inAnEventHandlerOfTheWindow(RealError error) {
        try (var window = new OnStage(200, 100, () -> new Button("Send"))) {
            FxThread.run(
                    () -> {
                        var button = (Button) window.stage().getScene().getRoot();
                        button.setOnAction(_ -> error.run());
                        Platform.runLater(button::fire);
                    });
            awaitFault(error);
            window.settle();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inWorkThatTheWindowPutOff(RealError error) {
        FxThread.run(() -> Platform.runLater(error));
        awaitFault(error);
    }

    @ParameterizedTest
    @EnumSource
    void inTheLayoutOfTheWindow(RealError error) {
        var breaking = new AtomicBoolean();
        try (var window = new OnStage(200, 100, () -> new Breakable(breaking, error))) {
            FxThread.run(
                    () -> {
                        breaking.set(true);
                        window.stage().getScene().getRoot().requestLayout();
                    });
            awaitFault(error);
            window.settle();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inAnAnimation(RealError error) {
        FxThread.run(
                () -> {
                    var pause = new PauseTransition(Duration.millis(1));
                    pause.setOnFinished(_ -> error.run());
                    pause.play();
                });
        awaitFault(error);
        profile.get().session().faults().dismiss();
        FxThread.run(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                stop();
                                error.run();
                            }
                        }.start());
        awaitFault(error);
    }

    @ParameterizedTest
    @EnumSource
    void inWhoWatchesAProperty(RealError error) {
        FxThread.run(
                () ->
                        Platform.runLater(
                                () -> {
                                    var property = new SimpleStringProperty("");
                                    property.subscribe(
                                            newest -> {
                                                if (!newest.isEmpty()) {
                                                    error.run();
                                                }
                                            });
                                    property.set("new");
                                }));
        awaitFault(error);
    }

    private void awaitFault(RealError error) {
        var fault =
                await().dontCatchUncaughtExceptions()
                        .until(
                                () -> profile.get().session().faults().fault().get(),
                                Optional::isPresent)
                        .orElseThrow();
        assertThat(fault.text()).isEqualTo(error.type().getSimpleName());
        FxThread.run(() -> {}); // which fails where the thread has ended
    }

    /// Fails to lay itself out, once.
    private static final class Breakable extends Pane {

        private final AtomicBoolean breaking;
        private final RealError error;

        Breakable(AtomicBoolean breaking, RealError error) {
            this.breaking = breaking;
            this.error = error;
        }

        @Override
        protected void layoutChildren() {
            if (breaking.getAndSet(false)) {
                error.run();
            }
        }
    }
}
