package kith.ui.text;

import java.text.Bidi;
import java.util.regex.Pattern;

/// A text within another that turns nothing around it (UAX #9).
///
/// What is meant for that, the isolates U+2066 to U+2069, the toolkit draws on Linux as boxes, as
/// it does all that is invisible among letters that go from right to left. So marks stand where
/// letters go from left to right. The price: signs at the ends of a name, such as `!`, go with the
/// text around it.
public final class OwnDirection {

    private static final char LEFT_TO_RIGHT_MARK = '\u200e';
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    /// What in a text goes on beyond it.
    private static final Pattern FORMATTING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private OwnDirection() {}

    /// Whether a text has anything that goes from right to left, or may: so does what is behind an
    /// isolate, which a text may have alone.
    public static boolean isMixed(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                || FORMATTING.matcher(text).find();
    }

    /// The text, to stand in another; what in it would format more than itself is left out.
    ///
    /// @param isInRightToLeft whether the other goes from right to left
    public static String of(String text, boolean isInRightToLeft) {
        var bare = FORMATTING.matcher(text).replaceAll("");
        boolean isAlike = isInRightToLeft && isRightToLeft(bare);
        return isAlike ? bare : LEFT_TO_RIGHT_MARK + bare + LEFT_TO_RIGHT_MARK;
    }

    /// The text, to stand in another that others than the toolkit show: between isolates where it
    /// goes from right to left, or may. What in it would format more than itself is left out.
    ///
    /// @param isInRightToLeft whether the other goes from right to left
    public static String isolated(String text, boolean isInRightToLeft) {
        var bare = FORMATTING.matcher(text).replaceAll("");
        return isInRightToLeft || isMixed(bare) ? FIRST_STRONG_ISOLATE + bare + POP_ISOLATE : bare;
    }

    private static boolean isRightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
