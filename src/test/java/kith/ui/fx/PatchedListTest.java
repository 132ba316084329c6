package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class PatchedListTest {

    private final PatchedList<Integer> list = new PatchedList<>();

    /// What a view would show that follows what it is told.
    private final List<Integer> followed = new ArrayList<>();

    private int told;

    @Test
    void manyChangesAreToldAtOnce() {
        list.addAll(List.of(2, 4, 6));
        list.addListener(this::follow);
        followed.addAll(list);
        list.atOnce(
                () -> {
                    list.add(0, 1);
                    list.addAll(2, List.of(3));
                    list.add(5);
                });
        assertThat(list).containsExactly(1, 2, 3, 4, 6, 5);
        assertThat(followed).isEqualTo(list);
        assertThat(told).isEqualTo(1);
    }

    @Test
    void whatIsSortedIsMoved() {
        list.addAll(List.of(3, 1, 2));
        var moves = new ArrayList<Integer>();
        list.addListener(
                (ListChangeListener<Integer>)
                        change -> {
                            while (change.next()) {
                                assertThat(change.wasPermutated()).isTrue();
                                IntStream.range(0, 3)
                                        .map(change::getPermutation)
                                        .forEach(moves::add);
                            }
                        });
        list.sort(Comparator.naturalOrder());
        assertThat(list).containsExactly(1, 2, 3);
        assertThat(moves).containsExactly(2, 0, 1);
    }

    @Test
    void nothingPutInIsNoChange() {
        list.addListener(this::follow);
        assertThat(list.addAll(List.of())).isFalse();
        list.remove(0, 0);
        assertThat(told).isZero();
    }

    /// By many patches, as in [ListPatchTest].
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoFollowsHasTheSame(long seed) {
        var random = new Random(seed);
        var patch = new ListPatch<Integer>(each -> each);
        list.addListener(this::follow);
        for (int round = 0; round < 300; round++) {
            var newest = FXCollections.observableArrayList(IntStream.range(0, 30).boxed().toList());
            newest.removeIf(each -> random.nextBoolean());
            if (random.nextBoolean()) {
                FXCollections.shuffle(newest, random);
            }
            told = 0;
            patch.apply(list, newest);
            assertThat(list).isEqualTo(newest);
            assertThat(followed).isEqualTo(newest);
            assertThat(told).as("out, moved, in").isLessThanOrEqualTo(3);
        }
    }

    private void follow(ListChangeListener.Change<? extends Integer> change) {
        told++;
        while (change.next()) {
            if (change.wasPermutated()) {
                var before = List.copyOf(followed);
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    followed.set(change.getPermutation(i), before.get(i));
                }
            } else {
                followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                followed.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }
}
