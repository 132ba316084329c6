package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Each row of a list, followed through a change of the list.
class RowIndexTest {

    @Test
    void rowsMoveUpWhenSomeBeforeThemGo() {
        assertThat(followed(rows -> rows.remove(1, 3)))
                .containsExactly("a0", "b-", "c-", "d1", "e2");
    }

    @Test
    void rowsMoveDownWhenSomeComeBeforeThem() {
        assertThat(followed(rows -> rows.addAll(1, List.of("x", "y"))))
                .containsExactly("a0", "b3", "c4", "d5", "e6");
    }

    @Test
    void rowsAreFoundWhereTheyAreSortedTo() {
        assertThat(followed(rows -> rows.sort(Comparator.reverseOrder())))
                .containsExactly("a4", "b3", "c2", "d1", "e0");
    }

    @Test
    void aRowThatIsReplacedStaysWhereItIs() {
        assertThat(followed(rows -> rows.set(2, "C")))
                .containsExactly("a0", "b1", "c2", "d3", "e4");
    }

    @Test
    void rowsOfAnotherListAreOthers() {
        assertThat(followed(rows -> rows.setAll("v", "w", "x")))
                .containsExactly("a-", "b-", "c-", "d-", "e-");
    }

    @Test
    void aChangeMayHaveSeveralParts() {
        assertThat(followed(rows -> rows.removeAll("a", "d")))
                .containsExactly("a-", "b0", "c1", "d-", "e2");
    }

    /// @return each row's name and where it is afterwards
    private static List<String> followed(Consumer<ObservableList<String>> change) {
        var names = List.of("a", "b", "c", "d", "e");
        ObservableList<String> rows = FXCollections.observableArrayList(names);
        var followed = new ArrayList<String>();
        rows.addListener(
                (ListChangeListener<String>)
                        changed -> {
                            for (int i = 0; i < names.size(); i++) {
                                changed.reset();
                                int now = RowIndex.after(changed, i);
                                followed.add(names.get(i) + (now == RowIndex.GONE ? "-" : now));
                            }
                        });
        change.accept(rows);
        return followed;
    }
}
