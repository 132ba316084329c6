package kith.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A piece of text that can be drawn as one node: a picture, or letters of one direction.
///
/// Two shortcomings of JavaFX make it necessary. It draws colour emoji as empty boxes on Linux. And
/// where the font lacks the letters, as Inter lacks the Arabic and Hebrew ones, a text that mixes
/// them with digits or punctuation comes out in the wrong order; a `TextFlow` of one `Text` for
/// each direction comes out right.
///
/// For one line; where lines wrap, see [ParagraphRuns].
///
/// @param text of whole graphemes; never empty
record TextRun(Kind kind, String text) {

    enum Kind {
        PLAIN,
        RIGHT_TO_LEFT,
        EMOJI
    }

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /// Below it there are neither emoji nor letters that run from right to left, but for those that
    /// a variation selector makes, which is above.
    private static final char FIRST_SPECIAL = '\u0590';

    /// Cuts a text into runs.
    static List<TextRun> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.chars().allMatch(c -> c < FIRST_SPECIAL)) {
            return List.of(new TextRun(Kind.PLAIN, text));
        }
        var runs = new ArrayList<TextRun>();
        graphemes(text).forEach(grapheme -> append(runs, kind(grapheme), grapheme));
        return List.copyOf(runs);
    }

    /// What a reader takes for single characters.
    static List<String> graphemes(String text) {
        return GRAPHEME.matcher(text).results().map(MatchResult::group).toList();
    }

    static Kind kind(String grapheme) {
        if (EmojiPictures.has(grapheme)) {
            return Kind.EMOJI;
        }
        return switch (Character.getDirectionality(grapheme.codePointAt(0))) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    Kind.RIGHT_TO_LEFT;
            default -> Kind.PLAIN;
        };
    }

    private static void append(List<TextRun> runs, Kind kind, String grapheme) {
        if (kind == Kind.RIGHT_TO_LEFT && isSpaceAfterRightToLeft(runs)) {
            String space = runs.removeLast().text;
            String before = runs.removeLast().text;
            runs.add(new TextRun(kind, before + space + grapheme));
        } else if (kind != Kind.EMOJI && !runs.isEmpty() && runs.getLast().kind == kind) {
            String before = runs.removeLast().text;
            runs.add(new TextRun(kind, before + grapheme));
        } else {
            runs.add(new TextRun(kind, grapheme));
        }
    }

    /// Spaces between words of one direction don't part them: a long message would have two nodes
    /// for each word.
    private static boolean isSpaceAfterRightToLeft(List<TextRun> runs) {
        return runs.size() > 1
                && runs.getLast().text.isBlank()
                && runs.getLast().kind == Kind.PLAIN
                && runs.get(runs.size() - 2).kind == Kind.RIGHT_TO_LEFT;
    }
}
