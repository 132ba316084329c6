package kith.ui.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the user typed to find a name: it matches where it stands anywhere in the name, whatever
/// the case and the accents.
public final class NameFilter {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final String wanted;

    /// @param typed matches every name where it is blank
    public NameFilter(String typed) {
        wanted = plain(typed.strip());
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    public boolean matches(String name) {
        return wanted.isEmpty() || plain(name).contains(wanted);
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : ACCENTS.matcher(decomposed(lower)).replaceAll("");
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
