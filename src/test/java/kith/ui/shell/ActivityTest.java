package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Whether somebody is at the window (XEP-0352).
class ActivityTest {

    private final List<Boolean> told = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final ManualTimer timer = new ManualTimer();
    private Optional<Stage> stage = Optional.empty();

    @BeforeEach
    void open() {
        FxThread.run(
                () -> {
                    var made = new Stage();
                    made.setScene(new Scene(new Group(), 300, 200));
                    stage = Optional.of(made);
                    new Activity(made, told::add, nanos::get, timer, new ImmediateLane());
                    made.show();
                });
        WaitForAsyncUtils.waitForFxEvents();
        told.clear();
    }

    @AfterEach
    void close() {
        FxThread.run(() -> stage.orElseThrow().hide());
    }

    @Test
    void aWindowThatIsHiddenIsNotUsed() {
        FxThread.run(() -> stage.orElseThrow().hide());
        assertThat(told).containsExactly(false);
        FxThread.run(() -> stage.orElseThrow().show());
        assertThat(told).containsExactly(false, true);
    }

    @Test
    void norIsOneThatNobodyTouchesForLongUntilSomebodyDoes() {
        pass(Duration.ofMinutes(4));
        assertThat(told).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(told).containsExactly(false);
        new FxRobot().moveTo(stage.orElseThrow()).clickOn(MouseButton.PRIMARY);
        assertThat(told).containsExactly(false, true);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        FxThread.run(() -> timer.pass(time));
    }
}
