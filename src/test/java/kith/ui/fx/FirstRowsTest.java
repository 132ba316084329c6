package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

class FirstRowsTest {

    private final ObservableList<Integer> source = FXCollections.observableArrayList();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final FirstRows<Integer> first = FxThread.call(() -> new FirstRows<>(source));

    @Test
    void fewAreThereAtOnce() {
        FxThread.run(() -> source.setAll(1, 2, 3));
        assertThat(first.rows()).containsExactly(1, 2, 3);
        FxThread.run(source::clear);
        assertThat(first.rows()).isEmpty();
    }

    @Test
    void ofManyTheFirstComeAFewAFrame() {
        FxThread.run(
                () -> {
                    first.rows().subscribe(() -> sizes.add(first.rows().size()));
                    source.setAll(numbers(1_000));
                });
        awaitAll();
        assertThat(sizes).containsExactly(1, 5, 9, 13, 17, 21, 1_000);
        FxThread.run(() -> source.setAll(numbers(500)));
        assertThat(first.rows()).as("later ones are there at once").hasSize(500);
    }

    @Test
    void whatChangesMeanwhileIsFollowed() {
        FxThread.run(
                () -> {
                    source.setAll(numbers(1_000));
                    source.setAll(7, 8);
                });
        assertThat(first.rows()).containsExactly(7, 8);
        FxThread.run(() -> source.setAll(numbers(30)));
        awaitAll();
    }

    private void awaitAll() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> FxThread.call(() -> first.rows().equals(source)));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
