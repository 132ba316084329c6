package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.base.RealError;
import kith.base.SteppedLane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class InboxTest {

    private final SteppedLane core = new SteppedLane();
    private final List<List<Integer>> batches = new ArrayList<>();
    private final Inbox<Integer> inbox = new Inbox<>(core, this::read);

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

    /// What can't be read goes to the lane's guard alone (F30).
    @ParameterizedTest
    @EnumSource
    void whatCanNotBeReadKeepsNothingBack(RealError error) throws InterruptedException {
        var read = new ArrayList<Integer>();
        var picky =
                new Inbox<Integer>(
                        core,
                        batch -> {
                            int each = batch.remove();
                            if (each == 1) {
                                error.run();
                            }
                            read.add(each);
                        });
        for (int i = 0; i < 3; i++) {
            picky.put(i);
        }
        assertThatThrownBy(core::step).isInstanceOf(error.type());
        assertThat(read).containsExactly(0, 2);
        picky.put(3);
        core.step();
        assertThat(read).containsExactly(0, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void whoDrainsItIsNotHeldUp(RealError error) throws InterruptedException {
        var picky =
                new Inbox<Integer>(
                        core,
                        batch -> {
                            batch.clear();
                            error.run();
                        });
        picky.put(1);
        var went = new ArrayList<String>();
        core.execute(
                () -> {
                    picky.drain();
                    went.add("on");
                });
        assertThatThrownBy(core::step).isInstanceOf(error.type());
        assertThat(went).containsExactly("on");
    }

    private void read(Queue<Integer> batch) {
        batches.add(List.copyOf(batch));
        batch.clear();
    }
}
