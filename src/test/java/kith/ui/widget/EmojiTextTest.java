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

import java.text.Bidi;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    void theDirectionIsTheBidirectionalAlgorithms() {
        var letters = List.of("a", "\u05D0", "\u0628", "1", " ", "!", "\n", "\u2067", "\u2068");
        var marks = List.of("\u2069", "\u202B", "\u202C", "\u200F", "\uD83D\uDE00", "\uD835\uDC00");
        var all = Stream.concat(letters.stream(), marks.stream()).toList();
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            var text =
                    random.ints(random.nextInt(7), 0, all.size())
                            .mapToObj(all::get)
                            .collect(Collectors.joining());
            assertThat(EmojiText.orientation(text))
                    .as(text.codePoints().mapToObj(Integer::toHexString).toList().toString())
                    .isEqualTo(byBidi(text));
        }
    }

    private static NodeOrientation byBidi(String text) {
        boolean orLeft = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        boolean orRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT).baseIsLeftToRight();
        if (orLeft != orRight) {
            return NodeOrientation.INHERIT;
        }
        return orLeft ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.RIGHT_TO_LEFT;
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
