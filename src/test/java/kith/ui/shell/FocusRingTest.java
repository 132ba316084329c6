package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class FocusRingTest {

    private final List<TextField> fields =
            FxThread.call(() -> IntStream.range(0, 5).mapToObj(at -> new TextField()).toList());
    private final HBox first =
            FxThread.call(() -> new HBox(new VBox(fields.get(0)), fields.get(1)));
    private OnStage window;

    @BeforeEach
    void open() {
        window =
                new OnStage(
                        400,
                        300,
                        () -> new VBox(first, fields.get(2), fields.get(3), fields.get(4)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void goesRoundAndRoundAndBack() {
        focus(0);
        assertThat(move(1)).isEqualTo(2);
        assertThat(move(1)).isEqualTo(3);
        assertThat(move(1)).isEqualTo(1);
        assertThat(move(-1)).isEqualTo(3);
    }

    @Test
    void fromOutsideOfAllItGoesAsFromTheLast() {
        focus(4);
        assertThat(move(1)).isEqualTo(1);
        focus(4);
        assertThat(move(-1)).isEqualTo(2);
    }

    private void focus(int field) {
        FxThread.run(fields.get(field)::requestFocus);
    }

    /// @return which field has the focus then
    private int move(int places) {
        return FxThread.call(
                () -> {
                    var scene = window.stage().getScene();
                    new FocusRing()
                            .with(first, fields.get(1)::requestFocus)
                            .with(List.<Node>of(fields.get(2), fields.get(3)))
                            .move(places);
                    return fields.indexOf(scene.getFocusOwner());
                });
    }
}
