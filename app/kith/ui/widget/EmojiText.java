package kith.ui.widget;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/// Words with emoji, in any script, as nodes for a `TextFlow`: the way to show what people wrote.
///
/// A plain `Text` or `Label` would show emoji as boxes, and words that run from right to left in
/// the wrong order; see [EmojiLabel] for a single line that is cut where room ends.
public final class EmojiText {

    private static final int MOST_JUMBO = 3;

    private EmojiText() {}

    /// Makes the node for some letters of a paragraph.
    public interface LetterNodes {

        /// The node for these letters.
        ///
        /// @param start where in the paragraph they begin
        Text node(String letters, int start);
    }

    /// The nodes for a paragraph, in order.
    ///
    /// @param isJumbo whether its emoji are drawn large
    /// @param cuts where nodes have to end besides, ascending
    public static List<Node> nodes(String text, boolean isJumbo, LetterNodes letters, int... cuts) {
        var nodes = new ArrayList<Node>();
        int start = 0;
        boolean isLeftToRight = orientation(text) == NodeOrientation.LEFT_TO_RIGHT;
        for (var run : ParagraphRuns.split(text, !isLeftToRight, cuts)) {
            nodes.add(
                    run.kind() == TextRun.Kind.EMOJI
                            ? new EmojiView(run.text(), isJumbo)
                            : letters.node(run.text(), start));
            start += run.text().length();
        }
        return nodes;
    }

    /// The node for letters that are nothing but letters.
    public static Text letters(String letters) {
        return new Letters(letters);
    }

    /// Whether letters may be drawn in italics. Those of scripts that JavaFX shapes come out as
    /// other letters where a fallback font has no italic face (seen with Arabic in JavaFX 26).
    public static boolean hasItalics(String letters) {
        return !ParagraphRuns.needsRuns(letters);
    }

    /// A whole paragraph; its direction is that of its first letter.
    public static TextFlow flow(String text) {
        return flow(text, isJumbo(text));
    }

    /// A whole paragraph whose emoji are never large, as a name's.
    public static TextFlow paragraph(String text) {
        return flow(text, false);
    }

    private static TextFlow flow(String text, boolean isJumbo) {
        var flow = new TextFlow();
        flow.getStyleClass().add("flowing");
        flow.setNodeOrientation(orientation(text));
        flow.getChildren().setAll(nodes(text, isJumbo, (letters, start) -> letters(letters)));
        return flow;
    }

    /// Whether letters of it would be shown as boxes if a plain `Text` had them.
    public static boolean hasEmoji(String text) {
        return TextRun.split(text).stream().anyMatch(run -> run.kind() == TextRun.Kind.EMOJI);
    }

    /// Whether a text is one to three emoji and nothing else; those are drawn large, without a
    /// bubble.
    public static boolean isJumbo(String text) {
        var runs = TextRun.split(text.strip());
        return !runs.isEmpty()
                && runs.size() <= MOST_JUMBO
                && runs.stream().allMatch(run -> run.kind() == TextRun.Kind.EMOJI);
    }

    /// The direction of a text by the first letter of its first line that has one (UAX #9, rules P1
    /// to P3); without such a letter, that of what is around.
    public static NodeOrientation orientation(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            switch (Character.getDirectionality(text.codePointAt(at))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return NodeOrientation.LEFT_TO_RIGHT;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return NodeOrientation.RIGHT_TO_LEFT;
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                        Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> {
                    return orientationByBidi(text);
                }
                case Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR -> {
                    return NodeOrientation.INHERIT;
                }
                default -> {} // has none
            }
        }
        return NodeOrientation.INHERIT;
    }

    /// Slower by far, for what begins with an isolate, whose letters don't count.
    private static NodeOrientation orientationByBidi(String text) {
        boolean orLeft = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        boolean orRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT).baseIsLeftToRight();
        if (orLeft != orRight) {
            return NodeOrientation.INHERIT;
        }
        return orLeft ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.RIGHT_TO_LEFT;
    }
}
