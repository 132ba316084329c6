package kith.ui.widget;

import kith.ui.widget.TextRun.Kind;

import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/// Cuts a paragraph into runs such that no line is ever broken inside of one where that would go
/// wrong.
///
/// JavaFX shapes letters of some scripts a run at a time, and on Linux it doesn't notice when it
/// has cut a run in two to break a line (seen in JavaFX 26): letters from left to right are drawn
/// twice, and with letters from right to left the layout fails, and the window with it. So a
/// paragraph with such letters gets a node for each stretch between two places where a line may
/// end; where there is none for longer than a line, one for each letter.
final class ParagraphRuns {

    /// What stands for a picture in the text that JavaFX lays out.
    private static final char PICTURE = '\uFFFC';

    /// What certainly fits on the narrowest line at the largest text size, in letters.
    private static final int MOST_LETTERS = 20;

    private static final String WIDE_LETTERS = "سشصض";

    /// Combining marks begin here; below, nothing is shaped.
    private static final char FIRST_SHAPED = '\u0300';

    private final List<Letter> letters = new ArrayList<>();
    private final int[] cuts;
    private final Bidi bidi;
    private final BreakIterator lineEnds = BreakIterator.getLineInstance(); // as JavaFX does
    private final List<Run> runs = new ArrayList<>();
    private int nextCut;

    private ParagraphRuns(String text, boolean isRightToLeft, int... cuts) {
        this.cuts = cuts;
        var laidOut = new StringBuilder();
        int start = 0;
        for (String grapheme : TextRun.graphemes(text)) {
            var kind = TextRun.kind(grapheme);
            letters.add(new Letter(grapheme, kind, start, laidOut.length()));
            start += grapheme.length();
            laidOut.append(kind == Kind.EMOJI ? String.valueOf(PICTURE) : grapheme);
        }
        lineEnds.setText(laidOut.toString());
        bidi =
                new Bidi(
                        laidOut.toString(),
                        isRightToLeft
                                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                                : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    /// Whether lines of this text go wrong where it is one run.
    static boolean needsRuns(String text) {
        return isShaped(text);
    }

    /// Cuts a paragraph into runs.
    ///
    /// @param isRightToLeft whether it is laid out from right to left, or may be
    /// @param cuts where a run has to end besides, ascending
    static List<TextRun> split(String text, boolean isRightToLeft, int... cuts) {
        return isRightToLeft || isShaped(text)
                ? new ParagraphRuns(text, isRightToLeft, cuts).runs()
                : splitAt(text, cuts);
    }

    private static List<TextRun> splitAt(String text, int... cuts) {
        var runs = new ArrayList<TextRun>();
        int done = 0;
        for (int cut : cuts) {
            runs.addAll(TextRun.split(text.substring(done, cut)));
            done = cut;
        }
        runs.addAll(TextRun.split(text.substring(done)));
        return runs;
    }

    private List<TextRun> runs() {
        var stretch = new ArrayList<Letter>();
        for (int i = 0; i < letters.size(); i++) {
            stretch.add(letters.get(i));
            boolean isLast = i + 1 == letters.size();
            if (isLast || lineEnds.isBoundary(letters.get(i + 1).laidOutAt)) {
                addStretch(stretch);
                stretch.clear();
            }
        }
        return runs.stream().map(run -> new TextRun(run.kind, run.text.toString())).toList();
    }

    /// Adds what stands between two places where a line may end.
    private void addStretch(List<Letter> stretch) {
        boolean fits = stretch.stream().mapToInt(Letter::width).sum() <= MOST_LETTERS;
        boolean isShaped = stretch.stream().anyMatch(Letter::isShaped);
        if (isShaped || (!runs.isEmpty() && runs.getLast().isShaped)) {
            close();
        }
        for (var letter : stretch) {
            for (; nextCut < cuts.length && cuts[nextCut] <= letter.start; nextCut++) {
                close();
            }
            boolean isSingle = letter.kind == Kind.RIGHT_TO_LEFT ? !fits : isAgainstReading(letter);
            if (fits && letter.text.isBlank() && isOpen(Kind.RIGHT_TO_LEFT)) {
                runs.getLast().text.append(letter.text);
                close();
            } else if (isSingle) {
                letter.text.codePoints().forEach(each -> addSingle(letter.kind, each));
            } else if (letter.kind != Kind.EMOJI && isOpen(letter.kind)) {
                runs.getLast().text.append(letter.text);
            } else {
                runs.add(new Run(letter.kind, isShaped, letter.text));
            }
        }
    }

    /// Whether a letter that is none of a word from right to left is laid out in that direction:
    /// punctuation and spaces in between, or letters that were turned round.
    private boolean isAgainstReading(Letter letter) {
        return letter.kind == Kind.PLAIN && bidi.getLevelAt(letter.laidOutAt) % 2 == 1;
    }

    /// What can't be broken at all can't be broken in the wrong place.
    private void addSingle(Kind kind, int codePoint) {
        runs.add(new Run(kind, true, Character.toString(codePoint)));
        close();
    }

    private boolean isOpen(Kind kind) {
        return !runs.isEmpty() && runs.getLast().isOpen && runs.getLast().kind == kind;
    }

    private void close() {
        if (!runs.isEmpty()) {
            runs.getLast().isOpen = false;
        }
    }

    /// Whether letters are drawn in shapes that depend on what is around them, or may be.
    private static boolean isShaped(String text) {
        return text.chars().anyMatch(c -> c >= FIRST_SHAPED)
                && text.codePoints().anyMatch(ParagraphRuns::isShaped);
    }

    private static boolean isShaped(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN, HAN, HIRAGANA, KATAKANA, BOPOMOFO ->
                    false;
            case HANGUL -> codePoint < 0x1200; // letters, not syllables
            case COMMON -> Character.getType(codePoint) == Character.FORMAT;
            default -> codePoint >= FIRST_SHAPED;
        };
    }

    /// A grapheme and where it stands: in the text, and in the text that JavaFX lays out.
    private record Letter(String text, Kind kind, int start, int laidOutAt) {

        boolean isShaped() {
            return kind != Kind.EMOJI && ParagraphRuns.isShaped(text);
        }

        /// In ordinary letters.
        int width() {
            int first = text.codePointAt(0);
            if (kind == Kind.EMOJI) {
                return 3;
            }
            if (first >= 0xFB50 && first <= 0xFEFC && kind == Kind.RIGHT_TO_LEFT) {
                return MOST_LETTERS + 1; // whole phrases are among them
            }
            return WIDE_LETTERS.indexOf(first) < 0 ? 1 : 2;
        }
    }

    /// A run in the making.
    private static final class Run {

        private final Kind kind;

        /// Whether only letters of its own stretch may join it.
        private final boolean isShaped;

        private final StringBuilder text;
        private boolean isOpen = true;

        Run(Kind kind, boolean isShaped, String text) {
            this.kind = kind;
            this.isShaped = isShaped;
            this.text = new StringBuilder(text);
        }
    }
}
