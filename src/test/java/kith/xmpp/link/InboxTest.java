package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.SteppedLane;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InboxTest {

    private final SteppedLane core = new SteppedLane();
    private final List<List<Integer>> batches = new ArrayList<>();
    private final Inbox<Integer> inbox = new Inbox<>(core, batches::add);

    @Test
    void handsOverInOrderAndInBatches() throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            inbox.put(i);
        }
        assertThat(batches).isEmpty();
        core.step();
        assertThat(batches).extracting(List::size).containsExactly(500, 500, 200);
        assertThat(batches.stream().flatMap(List::stream)).isSorted().hasSize(1_200);
    }

    @Test
    void whileHeldNothingComesOut() throws InterruptedException {
        inbox.put(1);
        core.run(inbox::drain);
        core.run(inbox::hold);
        inbox.put(2);
        core.step();
        assertThat(batches).containsExactly(List.of(1));
        core.run(inbox::release);
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whatWasAnnouncedBeforeItIsHeldWaitsToo() throws InterruptedException {
        inbox.put(1);
        inbox.hold();
        core.step();
        assertThat(batches).isEmpty();
        core.run(inbox::release);
        assertThat(batches).containsExactly(List.of(1));
    }
}
