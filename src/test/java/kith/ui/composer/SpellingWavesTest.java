package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.shape.Path;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

class SpellingWavesTest extends SpellingFixture {

    @Test
    void theWaveFollowsItsWordWhenTheTextScrollsAndIsLeftOutWhereItIsOutOfSight() {
        FxThread.run(() -> field().setText("harbor\n" + "fine\n".repeat(30) + "harbor"));
        window.settle();
        var above = waveTop();
        FxThread.run(() -> field().setScrollTop(40));
        window.settle();
        assertThat(waves()).isZero(); // the first is out of sight, the last not in it yet
        FxThread.run(() -> field().setScrollTop(10_000));
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor", field().getText().lastIndexOf("harbor"));
        assertThat(waveTop()).isGreaterThan(above + 50);
        FxThread.run(() -> field().setScrollTop(0));
        window.settle();
        assertThat(waves()).isEqualTo(1);
        assertLiesUnder("harbor");
    }

    @Test
    void aWordFromRightToLeftIsUnderlinedWhereItStands() {
        FxThread.run(() -> field().setText("שלוום ליילה harbor"));
        window.settle();
        assertThat(waves()).isEqualTo(2);
        assertLiesUnder("שלוום");
    }

    /// What is first in a line stands in its middle.
    @Test
    void whereTheDirectionChangesEachWordIsUnderlined() {
        FxThread.run(() -> field().setText("harbor שלוום harbor fine\n".repeat(20)));
        window.settle();
        for (double top : new double[] {0, 70, 10_000}) {
            FxThread.run(() -> field().setScrollTop(top));
            window.settle();
            long inSight = FxThread.call(this::wordsInSight);
            assertThat(inSight).isGreaterThan(15);
            assertThat((long) waves()).isEqualTo(inSight);
        }
        FxThread.run(() -> field().setText("שלוום harbor שלוום ליילה\n".repeat(20)));
        window.settle();
        assertThat((long) waves()).isEqualTo(FxThread.call(this::wordsInSight));
    }

    @Test
    void inAMirroredWindowToo() {
        FxThread.run(
                () -> window.stage().getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        FxThread.run(() -> field().setText("שלוום"));
        window.settle();
        assertLiesUnder("שלוום");
        FxThread.run(() -> field().setText("harbor here"));
        window.settle();
        assertLiesUnder("harbor");
    }

    /// 100,000 characters, each sixth word wrong: what is in sight is drawn.
    @Test
    void aLongTextDoesNotHoldUpTheWindow() {
        FxThread.run(() -> field().setText("the harbor is lovely ".repeat(5000)));
        window.settle();
        assertThat(model.spelling().marksProperty().get()).hasSize(5000);
        assertThat(waves()).isBetween(10, 200);
    }

    /// How many marked words have their foot in the field.
    private long wordsInSight() {
        var sight = field().localToScene(field().getLayoutBounds());
        return model.spelling().marksProperty().get().stream()
                .map(range -> new Path(words().underlineShape(range.start(), range.end())))
                .map(foot -> onScene(words(), foot.getLayoutBounds()))
                .filter(sight::intersects)
                .count();
    }

    private double waveTop() {
        return FxThread.call(
                () -> {
                    var path = robot.lookup(".spelling-wave").queryAs(Path.class);
                    return path.localToScene(firstWave(path)).getMinY();
                });
    }
}
