package kith.model;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Which texts are one emoji (Unicode Technical Standard #51 §1.4.9).
public final class Emoji {

    /// At most so many of one sender stand at one message.
    public static final int MOST = 20;

    /// The longest that Unicode has are families and flags of regions, of some 14.
    private static final int LONGEST = 40;

    /// Asks for the picture of what may be a letter, too (§1.4.3).
    private static final int AS_PICTURE = 0xFE0F;

    private static final String ELEMENT =
            "(?:\\p{IsEmoji_Modifier_Base}\\x{FE0F}?\\p{IsEmoji_Modifier}"
                    + "|[\\p{IsEmoji}&&[^\\p{ASCII}\\x{1F1E6}-\\x{1F1FF}]]\\x{FE0F}?)";

    /// A black flag and the letters of a region (§1.4.9); elsewhere such letters are not seen.
    private static final String REGION =
            "\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{1,6}\\x{E007F}";

    private static final Pattern ONE =
            Pattern.compile(
                    "[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\x{FE0F}?\\x{20E3}|"
                            + REGION
                            + "|"
                            + ELEMENT
                            + "(?:\\x{200D}"
                            + ELEMENT
                            + "){0,9}");

    private Emoji() {}

    /// Whether it is one emoji and nothing else.
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }

    /// Of what someone sent as reactions, what is one emoji each: no more than [#MOST], none twice,
    /// and each written in the one way that Unicode calls fully qualified (§1.4.3), so that a heart
    /// of one client is that of another.
    public static List<String> accepted(Collection<String> sent) {
        return sent.stream()
                .filter(Emoji::isOne)
                .map(Emoji::qualified)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String qualified(String emoji) {
        int[] points = emoji.codePoints().filter(point -> point != AS_PICTURE).toArray();
        var written = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            written.appendCodePoint(points[i]);
            boolean isModified = i + 1 < points.length && Character.isEmojiModifier(points[i + 1]);
            if (isLetterToo(points[i]) && !isModified) {
                written.appendCodePoint(AS_PICTURE);
            }
        }
        return written.toString();
    }

    private static boolean isLetterToo(int point) {
        return Character.isEmoji(point) && !Character.isEmojiPresentation(point);
    }
}
