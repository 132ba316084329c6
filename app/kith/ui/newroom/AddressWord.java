package kith.ui.newroom;

import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The first part of the address of a room that is made from its name.
final class AddressWord {

    /// Longer ones can't be read out to anyone.
    private static final int MOST = 40;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^-|-$");

    private AddressWord() {}

    /// The letters and digits of a name in lower case, words apart by hyphens.
    ///
    /// @return empty for a name without any
    static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = BETWEEN_WORDS.matcher(plain).replaceAll("-");
        int end =
                words.offsetByCodePoints(
                        0, Math.min(MOST, words.codePointCount(0, words.length())));
        return AT_THE_ENDS.matcher(words.substring(0, end)).replaceAll("");
    }

    /// Whether an address can begin like that (RFC 7622 §3.3).
    static boolean isOne(String word) {
        try {
            Localpart.from(word);
            return word.codePoints().noneMatch(Character::isWhitespace);
        } catch (XmppStringprepException impossible) {
            return false;
        }
    }
}
