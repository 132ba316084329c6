package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class FxLaneTest {

    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final FxLane lane = new FxLane(faults::add);

    @Test
    void runsInOrderOnTheToolkitsThread() throws InterruptedException {
        FxThread.run(() -> {});
        var done = new LinkedBlockingQueue<Integer>();
        IntStream.range(0, 100)
                .forEach(
                        i ->
                                lane.execute(
                                        () -> done.add(Platform.isFxApplicationThread() ? i : -1)));
        for (int i = 0; i < 100; i++) {
            assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo(i);
        }
    }

    @Test
    void whatWorkThrowsGoesToTheGuardAndTheLaneGoesOn() throws InterruptedException {
        FxThread.run(() -> {});
        var bug = new IllegalStateException("bug");
        lane.execute(
                () -> {
                    throw bug;
                });
        assertThat(faults.poll(10, TimeUnit.SECONDS)).isSameAs(bug);
        List<Boolean> current = FxThread.call(() -> List.of(lane.isCurrent()));
        assertThat(current).containsExactly(true);
    }

    @Test
    void otherThreadsAreOffIt() {
        FxThread.run(lane::check);
        assertThatThrownBy(lane::check).isInstanceOf(IllegalStateException.class);
    }
}
