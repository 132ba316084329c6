package kith.session.spelling;

import kith.model.TextRange;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text that can be misspelt.
///
/// Not among them: code (XEP-0393 §5.2.5, §6.1.2), addresses of pages and people, files, names
/// behind `@` and `#`, `:shortcodes:`, commands, words with digits in them, single letters, and the
/// words of scripts that put no spaces between them, but for Thai, whose words the JDK knows.
final class WrittenWords {

    private static final String BLOCK = "```";

    private static final Pattern SHORTCODE = Pattern.compile(":[\\p{Alnum}_+-]+:");

    /// Letters around a dot, as in `kith.example` and `notes.txt`.
    private static final Pattern DOTTED = Pattern.compile("\\p{L}\\.[\\p{L}\\d]");

    /// The names of programmers' things, of brands: `javaFx`.
    private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}\\p{Lu}");

    /// The JDK takes long to find Thai words: of so many `char`s some 0.3 s.
    private static final int MOST_THAI = 10_000;

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.KHMER,
                    UnicodeScript.LAO,
                    UnicodeScript.MYANMAR);

    private final String text;
    private final List<TextRange> found = new ArrayList<>();
    private int thaiLeft = MOST_THAI;

    private WrittenWords(String text) {
        this.text = text;
    }

    /// In order. One pass, whatever is written.
    static List<TextRange> of(String text) {
        var words = new WrittenWords(text);
        words.lines();
        return List.copyOf(words.found);
    }

    private void lines() {
        boolean isInBlock = false;
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (text.startsWith(BLOCK, start)) {
                isInBlock = !isInBlock;
            } else if (!isInBlock) {
                line(start, end);
            }
            start = end + 1;
        }
    }

    /// Between two backticks of a line is code; behind one that stands alone, too: it may be the
    /// beginning of some.
    private void line(int start, int end) {
        boolean isCode = false;
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '`') {
                if (!isCode) {
                    chunks(from, at);
                }
                isCode = !isCode;
                from = at + 1;
            }
        }
    }

    /// What stands between spaces is of one kind.
    private void chunks(int start, int end) {
        int at = start;
        while (at < end) {
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int from = at;
            while (at < end && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (from < at && hasWords(text.substring(from, at))) {
                words(from, at);
            }
        }
    }

    private static boolean hasWords(String chunk) {
        boolean isName = chunk.indexOf('@') >= 0 || chunk.indexOf('#') >= 0;
        boolean isPlace =
                chunk.contains("://")
                        || chunk.startsWith("www.")
                        || chunk.startsWith("xmpp:")
                        || chunk.startsWith("mailto:")
                        || chunk.startsWith("/")
                        || chunk.startsWith("~/")
                        || chunk.indexOf('\\') >= 0
                        || DOTTED.matcher(chunk).find();
        return !isName && !isPlace;
    }

    private void words(int start, int end) {
        var codes = SHORTCODE.matcher(text).region(start, end);
        int from = start;
        while (codes.find()) {
            letters(from, codes.start());
            from = codes.end();
        }
        letters(from, end);
    }

    private void letters(int start, int end) {
        int at = start;
        while (at < end) {
            while (at < end && !isPart(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            int from = at;
            while (at < end && (isPart(text.codePointAt(at)) || joins(from, at, end))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (from < at) {
                word(from, at);
            }
        }
    }

    private void word(int start, int end) {
        var word = text.substring(start, end);
        int letters = (int) word.codePoints().filter(Character::isLetter).count();
        boolean isPlain = word.codePoints().noneMatch(WrittenWords::isNoLetter);
        if (letters < 2 || !isPlain || CAMEL_CASE.matcher(word).find()) {
            return;
        }
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().forEach(each -> scripts.add(UnicodeScript.of(each)));
        if (scripts.contains(UnicodeScript.THAI)) {
            thai(start, word);
        } else if (scripts.stream().noneMatch(WITHOUT_SPACES::contains)) {
            found.add(new TextRange(start, end));
        }
    }

    private void thai(int start, String words) {
        if (words.length() > thaiLeft) {
            return;
        }
        thaiLeft -= words.length();
        var breaks = BreakIterator.getWordInstance(Locale.of("th"));
        breaks.setText(words);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to - from > 1) {
                found.add(new TextRange(start + from, start + to));
            }
            from = to;
        }
    }

    /// Letters, the marks on them, and what makes a word none.
    private static boolean isPart(int character) {
        return Character.isLetter(character) || isMark(character) || isNoLetter(character);
    }

    private static boolean isNoLetter(int character) {
        return Character.isDigit(character) || character == '_';
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// Whether what is no letter belongs to the word around it: an apostrophe, what divides Catalan
    /// `l·l` and Hebrew abbreviations, a hyphen that isn't seen, what forbids or asks to join.
    private boolean joins(int start, int at, int end) {
        boolean isJoiner = "'’·״׳\u00AD\u200C\u200D".indexOf(text.charAt(at)) >= 0;
        return isJoiner && at > start && at + 1 < end && isPart(text.codePointAt(at + 1));
    }
}
