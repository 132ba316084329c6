package kith.ui.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// What the user typed to find a name: it matches where each of its words stands anywhere in the
/// name, in any order, whatever the case and the accents.
public final class NameFilter {

    private final List<String> words;

    /// @param typed matches every name where it is blank
    public NameFilter(String typed) {
        words =
                Arrays.stream(plain(typed).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// Whether each word stands in one of the names of a thing, such as a name and an address.
    public boolean matches(String... names) {
        if (words.isEmpty()) {
            return true;
        }
        var plain = Arrays.stream(names).map(NameFilter::plain).toList();
        return words.stream()
                .allMatch(word -> plain.stream().anyMatch(name -> name.contains(word)));
    }

    /// Whether each word begins one of the name's, which is likelier to be meant.
    public boolean beginsWordsOf(String name) {
        var plain = plain(name);
        return words.stream().allMatch(word -> wordThatBegins(plain, word) >= 0);
    }

    /// Which characters of a name the words stand for, to be drawn strong. A word that isn't there
    /// has none.
    ///
    /// @return new; the indices of UTF-16 units
    public BitSet found(String name) {
        var plain = new StringBuilder();
        var origins = new ArrayList<Integer>(); // of each character of the plain name
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            append(plain, name.codePointAt(at));
            while (origins.size() < plain.length()) {
                origins.add(at);
            }
        }
        origins.add(name.length());
        var found = new BitSet(name.length());
        for (var word : words) {
            int start = place(plain.toString(), word);
            if (start >= 0) {
                found.set(origins.get(start), origins.get(start + word.length()));
            }
        }
        return found;
    }

    private static int place(String plain, String word) {
        int begins = wordThatBegins(plain, word);
        return begins >= 0 ? begins : plain.indexOf(word);
    }

    private static int wordThatBegins(String plain, String word) {
        int at = plain.indexOf(word);
        while (at > 0 && Character.isLetterOrDigit(plain.charAt(at - 1))) {
            at = plain.indexOf(word, at + 1);
        }
        return at;
    }

    private static String plain(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(plain, character));
        return plain.toString();
    }

    /// Appends what is left of a character without case and accents, which may be several or none.
    private static void append(StringBuilder plain, int character) {
        if (character < 0x80) {
            plain.append((char) Character.toLowerCase(character));
            return;
        }
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(each -> !isMark(each))
                .map(each -> Character.toLowerCase(Character.toUpperCase(each))) // both sigmas
                .forEach(plain::appendCodePoint);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
