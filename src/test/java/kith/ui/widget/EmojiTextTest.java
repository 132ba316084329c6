package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextFlow;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class EmojiTextTest {

    /// With one `Text` for all, JavaFX puts the digits and the exclamation mark in wrong places.
    @ParameterizedTest
    @ValueSource(
            strings = {"شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟", "שלום! יש 200 עותקים (או 250?)"})
    void rightToLeftTextRunsFromRightToLeft(String sentence) {
        List<Double> starts = FxThread.call(() -> starts(EmojiText.flow(sentence)));
        assertThat(starts)
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void leftToRightTextKeepsItsDirectionInAMirroredWindow() {
        var flow = FxThread.call(() -> EmojiText.flow("How is it, \u05d0? 🎉"));
        assertThat(flow.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        List<Double> starts = FxThread.call(() -> starts(flow));
        assertThat(starts).hasSize(4).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉", " 🎉👍🏽❤️ ", "👨‍👩‍👧‍👦"})
    void fewEmojiAloneAreLarge(String text) {
        assertThat(EmojiText.isJumbo(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🎉🎉🎉🎉", "🎉!", "❤"})
    void othersAreNot(String text) {
        assertThat(EmojiText.isJumbo(text)).isFalse();
    }

    private static List<Double> starts(TextFlow flow) {
        var root = new HBox(flow);
        DressedScene.layOut(root, 800, 100);
        return flow.getChildren().stream().map(EmojiTextTest::start).toList();
    }

    private static double start(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }
}
