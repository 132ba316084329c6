package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A list under the keyboard, with a button in each row.
class RowListTest {

    private final FxRobot robot = new FxRobot();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final ObservableList<String> rows =
            FXCollections.observableArrayList("first", "second");
    private final OnStage window = new OnStage(300, 200, this::list);

    @BeforeEach
    void focus() {
        FxThread.run(window.stage().getScene().getRoot()::requestFocus);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterAndSpaceOpenTheFocusedRow() {
        robot.type(KeyCode.DOWN, KeyCode.ENTER, KeyCode.UP, KeyCode.SPACE);
        assertThat(done).containsExactly("open second", "open first");
    }

    @Test
    void aButtonInARowHasItsOwnKeys() {
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        assertThat(done).containsExactly("press first");
    }

    @Test
    void aRowThatIsGoneIsNotSpokenOf() {
        assertThat(spoken()).contains("first", "second");
        FxThread.run(() -> rows.remove("second"));
        window.settle();
        assertThat(spoken()).contains("first").doesNotContain("second");
    }

    private List<String> spoken() {
        return FxThread.call(
                () ->
                        window.stage().getScene().getRoot().lookupAll(".list-cell").stream()
                                .map(Node::getAccessibleText)
                                .map(String::valueOf)
                                .toList());
    }

    private RowList<String> list() {
        var list = new RowList<>(rows, "", Cell::new);
        return list.onOpen(row -> done.add("open " + row));
    }

    private final class Cell extends RowCell<String> {

        private final Button button = new Button();

        @Override
        protected void show(String row) {
            button.setOnAction(pressed -> done.add("press " + row));
            setAccessibleText(row);
            setGraphic(button);
        }
    }
}
