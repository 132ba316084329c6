package kith.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CellTest {

    private final SteppedLane core = new SteppedLane();
    private final SteppedLane fx = new SteppedLane();
    private final Cell<String> cell = new Cell<>(core, "a");
    private final List<String> seen = new ArrayList<>();

    @Test
    void tellsThePresentValueThenEachNewerOne() {
        cell.watch(fx, seen::add);
        fx.step();
        core.run(() -> cell.set("b"));
        fx.step();

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void tellsASlowWatcherTheNewestOnly() {
        cell.watch(fx, seen::add);
        for (var value : List.of("b", "c", "d")) {
            core.run(() -> cell.set(value));
        }

        assertThat(fx.step()).isEqualTo(1);
        assertThat(seen).containsExactly("d");
    }

    @Test
    void tellsAChangeMadeWhileItTells() {
        cell.watch(
                fx,
                value -> {
                    seen.add(value);
                    if (value.equals("a")) {
                        core.run(() -> cell.set("b"));
                    }
                });
        fx.step();

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void refusesToBeSetOffItsLane() {
        assertThatThrownBy(() -> cell.set("b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("off the lane");
        assertThat(cell.get()).isEqualTo("a");
    }

    @Test
    void tellsNobodyOfTheVerySameObject() {
        cell.watch(fx, seen::add);
        fx.step();
        core.run(() -> cell.update(same -> same));

        assertThat(fx.step()).isZero();
    }

    @Test
    void tellsNothingAfterClosingThoughAChangeIsOnItsWay() {
        var subscription = cell.watch(fx, seen::add);
        fx.step();
        core.run(() -> cell.set("b"));
        subscription.close();
        fx.step();

        assertThat(seen).containsExactly("a");
    }

    @Test
    void canBeClosedByTheWatcherWhileItIsTold() {
        var first = new ArrayList<Subscription>();
        first.add(
                cell.watch(
                        fx,
                        value -> {
                            seen.add(value);
                            first.getFirst().close();
                        }));
        var others = new ArrayList<String>();
        cell.watch(fx, others::add);
        fx.step();
        core.run(() -> cell.set("b"));
        fx.step();

        assertThat(seen).containsExactly("a");
        assertThat(others).containsExactly("a", "b");
    }

    @Test
    void showsItselfThroughAFunction() {
        var length = cell.map(String::length);
        var lengths = new ArrayList<Integer>();
        length.watch(fx, lengths::add);
        fx.step();
        core.run(() -> cell.set("four"));
        fx.step();

        assertThat(length.get()).isEqualTo(4);
        assertThat(lengths).containsExactly(1, 4);
    }
}
