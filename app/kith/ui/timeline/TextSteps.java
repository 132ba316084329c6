package kith.ui.timeline;

import kith.model.TextRange;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a caret goes in letters, in their logical order: by what a reader takes for one character
/// (UAX #29), so that no emoji and no accent is cut in two, or by words. A picture among the
/// letters is a word.
final class TextSteps {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private static final char PICTURE = '\uFFFC'; // object replacement character

    private TextSteps() {}

    /// The end of the character that begins at a place; the end of the letters from there.
    static int after(String letters, int place) {
        var grapheme = GRAPHEME.matcher(letters).region(place, letters.length());
        return grapheme.lookingAt() ? grapheme.end() : letters.length();
    }

    /// The start of the character that ends at a place; 0 from there.
    static int before(String letters, int place) {
        var graphemes = GRAPHEME.matcher(letters);
        int start = 0;
        while (graphemes.find() && graphemes.end() < place) {
            start = graphemes.end();
        }
        return start;
    }

    /// The end of the word that a place is in or before.
    static int afterWord(String letters, int place) {
        var words = words(letters);
        int start = place;
        while (start < letters.length()) {
            int end = words.following(start);
            if (isWord(letters, start, end)) {
                return end;
            }
            start = end;
        }
        return letters.length();
    }

    /// The start of the word that a place is in or behind.
    static int beforeWord(String letters, int place) {
        var words = words(letters);
        int end = place;
        while (end > 0) {
            int start = words.preceding(end);
            if (isWord(letters, start, end)) {
                return start;
            }
            end = start;
        }
        return 0;
    }

    /// What is between two borders of words around a place; empty where there are no letters.
    static TextRange around(String letters, int place) {
        if (letters.isEmpty()) {
            return new TextRange(0, 0);
        }
        var words = words(letters);
        int end = words.following(Math.min(place, letters.length() - 1));
        return new TextRange(words.previous(), end);
    }

    private static BreakIterator words(String letters) {
        var words = BreakIterator.getWordInstance(Locale.getDefault());
        words.setText(letters);
        return words;
    }

    private static boolean isWord(String letters, int start, int end) {
        return letters.substring(start, end)
                .codePoints()
                .anyMatch(each -> Character.isLetterOrDigit(each) || each == PICTURE);
    }
}
