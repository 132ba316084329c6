package kith.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ListPatchTest {

    private final ListPatch<Row> patch = new ListPatch<>(Row::key);
    private final List<String> changes = new ArrayList<>();

    @Test
    void anyListBecomesAnyOther() {
        var random = new Random(20_261_122);
        var shown = FXCollections.<Row>observableArrayList();
        for (int round = 0; round < 5_000; round++) {
            var newest = randomRows(random);
            patch.apply(shown, newest);
            assertThat(shown).isEqualTo(newest);
        }
    }

    @Test
    void equalListsNeedNoChange() {
        var shown = watched(rows(0, 1, 2));
        patch.apply(shown, rows(0, 1, 2));
        assertThat(changes).isEmpty();
    }

    @Test
    void changedRowIsReplacedWhereItStands() {
        var shown = watched(rows(0, 1, 2));
        patch.apply(shown, List.of(new Row(0, 0), new Row(1, 7), new Row(2, 0)));
        assertThat(changes).containsExactly("replaced 1");
    }

    @Test
    void newRowsThatStandTogetherComeTogether() {
        var shown = watched(rows(0, 1));
        patch.apply(shown, rows(0, 5, 6, 7, 1));
        assertThat(changes).containsExactly("added 1-4");
    }

    @Test
    void goneRowsThatStoodTogetherGoTogether() {
        var shown = watched(rows(0, 1, 2, 3, 4));
        patch.apply(shown, rows(0, 4));
        assertThat(changes).containsExactly("removed 3");
    }

    @Test
    void movedRowIsNeitherRemovedNorAdded() {
        var shown = watched(rows(0, 1, 2, 3));
        patch.apply(shown, rows(3, 0, 1, 2));
        assertThat(changes).containsExactly("moved");
    }

    @Test
    void selectionFollowsItsRow() {
        FxThread.run(
                () -> {
                    var shown = FXCollections.observableArrayList(rows(0, 1, 2, 3, 4));
                    var view = new ListView<>(shown);
                    view.getSelectionModel().select(3);
                    patch.apply(shown, rows(3, 0, 1, 2, 4));
                    assertThat(view.getSelectionModel().getSelectedItem().key).isEqualTo(3);
                    patch.apply(shown, rows(9, 8, 3, 1, 2, 4));
                    assertThat(view.getSelectionModel().getSelectedItem().key).isEqualTo(3);
                    var changed = new ArrayList<>(rows(9, 8));
                    changed.add(new Row(3, 7));
                    patch.apply(shown, changed);
                    assertThat(view.getSelectionModel().getSelectedItem()).isEqualTo(new Row(3, 7));
                });
    }

    @Test
    void sameKeyTwiceIsABug() {
        var shown = FXCollections.<Row>observableArrayList();
        assertThatThrownBy(() -> patch.apply(shown, rows(1, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ObservableList<Row> watched(List<Row> rows) {
        var shown = FXCollections.observableArrayList(rows);
        shown.addListener(this::note);
        return shown;
    }

    private void note(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                changes.add("moved");
            } else if (change.wasReplaced()) {
                changes.add("replaced " + change.getFrom());
            } else if (change.wasAdded()) {
                changes.add("added " + change.getFrom() + "-" + change.getTo());
            } else {
                changes.add("removed " + change.getRemovedSize());
            }
        }
    }

    private static List<Row> randomRows(Random random) {
        var keys = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        Collections.shuffle(keys, random);
        return keys.subList(0, random.nextInt(keys.size() + 1)).stream()
                .map(key -> new Row(key, random.nextInt(3)))
                .toList();
    }

    private static List<Row> rows(int... keys) {
        return IntStream.of(keys).mapToObj(key -> new Row(key, 0)).toList();
    }

    private record Row(int key, int content) {}
}
