package kith.ui.widget;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The letters that stand for a name where there is no picture: the first grapheme of each of its
/// first two words.
///
/// One grapheme only where letters are joined or fill a square (Arabic, Han), and in small
/// pictures.
final class Initials {

    /// A letter or digit with the marks that belong to it.
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]\\p{M}*[\\p{L}\\p{N}\\p{M}]*");

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Initials() {}

    /// The initials of a name.
    ///
    /// @param most how many graphemes there is room for, 1 or 2
    /// @return empty for a name without letters and digits
    static String of(String name, int most) {
        List<String> words = WORD.matcher(name).results().map(MatchResult::group).limit(2).toList();
        if (words.isEmpty()) {
            return "";
        }
        int count = isSingle(words.getFirst()) ? 1 : Math.min(most, words.size());
        var initials = new StringBuilder();
        for (String word : words.subList(0, count)) {
            var first = GRAPHEME.matcher(word);
            if (first.find()) {
                initials.append(first.group().toUpperCase(Locale.ROOT));
            }
        }
        return initials.toString();
    }

    private static boolean isSingle(String word) {
        var script = UnicodeScript.of(word.codePointAt(0));
        return script == UnicodeScript.HAN || script == UnicodeScript.ARABIC;
    }
}
