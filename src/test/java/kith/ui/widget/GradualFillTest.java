package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

class GradualFillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final List<Integer> seen = new CopyOnWriteArrayList<>();
    private final OnStage window = new OnStage(300, 600, this::list);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void manyComeAFewAFrameFromTheTop() {
        follow();
        FxThread.run(() -> rows.setAll(numbers(1_000)));
        awaitFilled();
        assertThat(seen).hasSizeGreaterThan(3).isSorted();
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i) - seen.get(i - 1)).isLessThanOrEqualTo(5);
        }
        int full = seen.getLast();
        seen.clear();
        FxThread.run(() -> rows.setAll(numbers(500)));
        window.settle();
        assertThat(seen)
                .as("later ones find their cells")
                .isNotEmpty()
                .allMatch(shown -> shown >= full)
                .hasSizeLessThan(3);
        assertThat(FxThread.call(() -> bottom(window.stage().getScene().getRoot())))
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void fewAreThereAtOnce() {
        follow();
        FxThread.run(() -> rows.setAll(1, 2, 3));
        window.settle();
        assertThat(seen).endsWith(3).isSubsetOf(0, 3);
    }

    /// Else it would be for ever, sixty times a second.
    @Test
    void aListThatIsTakenAwayIsLaidOutNoMore() {
        FxThread.run(() -> rows.setAll(numbers(1_000)));
        var list =
                FxThread.call(
                        () -> {
                            var shown = window.stage().getScene().getRoot();
                            shown.layout();
                            window.stage().getScene().setRoot(new Pane());
                            return shown;
                        });
        window.settle();
        await("all that is left to lay out")
                .atMost(PATIENCE)
                .until(
                        () ->
                                FxThread.call(
                                        () -> {
                                            list.layout();
                                            return !list.isNeedsLayout();
                                        }));
        window.settle();
        assertThat(FxThread.call(list::isNeedsLayout)).isFalse();
    }

    @Test
    void forAPictureAllAreThere() {
        FxThread.run(
                () -> {
                    rows.setAll(numbers(1_000));
                    var list = list();
                    DressedScene.layOut(list, 300, 600);
                    assertThat(bottom(list)).isGreaterThanOrEqualTo(600);
                });
    }

    /// Notes how many rows are in sight after each layout that changes it.
    private void follow() {
        FxThread.run(
                () -> {
                    var scene = window.stage().getScene();
                    scene.addPostLayoutPulseListener(
                            () -> {
                                int now = shown(scene.getRoot());
                                if (seen.isEmpty() || seen.getLast() != now) {
                                    seen.add(now);
                                }
                            });
                });
    }

    private void awaitFilled() {
        await("rows from top to bottom")
                .atMost(PATIENCE)
                .until(
                        () ->
                                FxThread.call(
                                        () -> bottom(window.stage().getScene().getRoot()) >= 600));
    }

    private static int shown(Node root) {
        return (int) root.lookupAll(".list-cell").stream().filter(GradualFillTest::isRow).count();
    }

    private static double bottom(Node root) {
        return root.lookupAll(".list-cell").stream()
                .filter(GradualFillTest::isRow)
                .mapToDouble(cell -> cell.localToScene(cell.getLayoutBounds()).getMaxY())
                .max()
                .orElse(0);
    }

    private static boolean isRow(Node cell) {
        return cell.isVisible() && cell instanceof Cell row && row.getItem() != null;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private RowList<Integer> list() {
        return new RowList<>(rows, "Numbers", Cell::new).fillingGradually();
    }

    private static final class Cell extends RowCell<Integer> {

        private final Label words = new Label();

        @Override
        protected void show(Integer row) {
            words.setText("row " + row);
            setGraphic(words);
        }
    }
}
