package kith.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ImmediateLaneTest {

    @Test
    void runsNestedWorkAfterTheWorkThatAddedItAndEndingsLast() {
        var lane = new ImmediateLane();
        List<String> done = new ArrayList<>();
        lane.execute(
                () -> {
                    lane.atBatchEnd(() -> done.add("ending"));
                    lane.execute(() -> done.add("nested"));
                    done.add("outer");
                });

        assertThat(done).containsExactly("outer", "nested", "ending");
        assertThat(lane.isCurrent()).isFalse();
    }
}
