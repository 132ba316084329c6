package kith.store.dictionary;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the `.aff` file of a dictionary says of itself, as far as it matters before it is read.
final class AffixFile {

    private static final Pattern ENCODING = Pattern.compile("(?m)^SET\\s+(\\S+)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// What begins with how many lines follow; room is made for so many.
    private static final Set<String> COUNTED =
            Set.of(
                    "AF",
                    "AM",
                    "REP",
                    "MAP",
                    "ICONV",
                    "OCONV",
                    "BREAK",
                    "COMPOUNDRULE",
                    "CHECKCOMPOUNDPATTERN");

    /// A letter for each byte: all that is looked at is in ASCII.
    private final String text;

    /// @param bytes all of it
    AffixFile(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Fails where it promises more lines than it has.
    void check() throws UnreadableDictionaryException {
        var lines = text.lines().toList();
        for (var line : lines) {
            var words = SPACE.split(line.strip(), -1);
            boolean isCounted = words.length == 2 && COUNTED.contains(words[0]);
            boolean isAffix =
                    words.length == 4 && (words[0].equals("SFX") || words[0].equals("PFX"));
            if ((isCounted || isAffix) && !isAtMost(words[words.length - 1], lines.size())) {
                throw new UnreadableDictionaryException("more lines promised than there are");
            }
        }
    }

    /// In what the words are written; what isn't named or known counts as Latin.
    Charset encoding() {
        var named = ENCODING.matcher(text);
        if (!named.find()) {
            return StandardCharsets.ISO_8859_1;
        }
        var name = named.group(1).toLowerCase(Locale.ROOT).replace("microsoft-cp", "windows-");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /// What is no number promises nothing.
    private static boolean isAtMost(String number, int most) {
        boolean isNumber = number.chars().allMatch(each -> each >= '0' && each <= '9');
        return !isNumber || (number.length() < 9 && Integer.parseInt(number) <= most);
    }
}
