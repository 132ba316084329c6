package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

class RightToLeftTest {

    private static final String NAME = "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟";
    private static final double NARROW = 150;

    @Test
    void wordsInALabelGoOnInTheNextLine() {
        assertThat(height("Nobody is called like this here, not in any room")).isGreaterThan(30);
    }

    /// With a broken line of them, the toolkit fails.
    @Test
    void wordsFromRightToLeftInALabelDoNot() {
        assertThat(height("Nobody is called “" + NAME + "” here")).isLessThan(30);
    }

    @Test
    void neitherWhenTheyComeLater() {
        FxThread.run(
                () -> {
                    var label = label("Nobody is called like this here, not in any room");
                    label.setText(NAME);
                    label.getBoundsInLocal();
                    label.getParent().layout();
                    assertThat(label.getHeight()).isLessThan(30);
                });
    }

    private static double height(String words) {
        return FxThread.call(() -> label(words).getHeight());
    }

    private static Label label(String words) {
        var label = new Label(words);
        RightToLeft.wrap(label);
        DressedScene.layOut(new StackPane(label), NARROW, 300);
        return label;
    }
}
