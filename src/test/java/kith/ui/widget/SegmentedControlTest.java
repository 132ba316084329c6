package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

class SegmentedControlTest {

    @Test
    void firstIsChosenAtFirst() {
        FxThread.run(() -> assertThat(chosen(control())).isEqualTo(0));
    }

    @Test
    void clickOnTheChosenLeavesItChosen() {
        FxThread.run(
                () -> {
                    var control = control();
                    segment(control, 0).fire();
                    assertThat(segment(control, 0).isSelected()).isTrue();
                });
    }

    @Test
    void arrowsChoose() {
        FxThread.run(
                () -> {
                    var control = control();
                    press(control, KeyCode.RIGHT);
                    assertThat(chosen(control)).isEqualTo(1);
                    press(control, KeyCode.END);
                    press(control, KeyCode.RIGHT);
                    assertThat(chosen(control)).isEqualTo(2);
                    press(control, KeyCode.HOME);
                    press(control, KeyCode.LEFT);
                    assertThat(chosen(control)).isEqualTo(0);
                });
    }

    @Test
    void arrowsFollowTheDirectionOfTheWindow() {
        FxThread.run(
                () -> {
                    var control = control();
                    control.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    press(control, KeyCode.LEFT);
                    assertThat(chosen(control)).isEqualTo(1);
                });
    }

    @Test
    void isOneTabStop() {
        FxThread.run(
                () -> {
                    var control = control();
                    control.select(2);
                    assertThat(control.getChildren())
                            .filteredOn(javafx.scene.Node::isFocusTraversable)
                            .containsExactly(segment(control, 2));
                });
    }

    private static SegmentedControl control() {
        return new SegmentedControl(List.of("Chats", "Contacts", "Rooms"));
    }

    private static int chosen(SegmentedControl control) {
        int index = control.selectedIndexProperty().get();
        assertThat(segment(control, index).isSelected()).isTrue();
        return index;
    }

    private static ToggleButton segment(SegmentedControl control, int index) {
        return (ToggleButton) control.getChildren().get(index);
    }

    private static void press(SegmentedControl control, KeyCode code) {
        Event.fireEvent(
                control,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
