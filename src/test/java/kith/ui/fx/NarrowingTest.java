package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.fx.Narrowing.Keyed;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

class NarrowingTest {

    private final Narrowing<String> narrowing = new Narrowing<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void whateverIsTypedItIsWhatContainsIt() {
        var random = new Random(1);
        var things = random.ints(200, 0, 5_000).mapToObj(Integer::toString).toList();
        narrowing.of(Keyed.of(things, it -> it));
        var typed = "";
        for (int step = 0; step < 500; step++) {
            typed =
                    switch (random.nextInt(3)) {
                        case 0 -> typed.isEmpty() ? "" : typed.substring(1);
                        case 1 -> typed + random.nextInt(10);
                        default -> random.nextInt(10) + typed;
                    };
            typed = typed.length() > 4 ? "" : typed;
            assertThat(narrowing.matching(typed))
                    .as(typed)
                    .isEqualTo(things.stream().filter(contains(typed)).toList());
        }
    }

    private static Predicate<String> contains(String typed) {
        return thing -> thing.contains(typed);
    }

    @Test
    void wordsAreReadOnce() {
        var keyed = Keyed.of(List.of("Tom", "Priya"), this::read);
        narrowing.of(keyed);
        assertThat(narrowing.matching("T")).containsExactly("Tom");
        assertThat(narrowing.matching("tO")).containsExactly("Tom");
        assertThat(narrowing.matching("p")).containsExactly("Priya");
        assertThat(narrowing.matching(" ")).containsExactly("Tom", "Priya");
        assertThat(read).containsExactly("Tom", "Priya");
    }

    private String read(String thing) {
        read.add(thing);
        return thing;
    }
}
