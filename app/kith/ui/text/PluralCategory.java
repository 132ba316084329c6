package kith.ui.text;

import java.util.Locale;

/// The plural categories of Unicode CLDR, and which of them a language takes for a number.
///
/// Whole numbers only. A language that isn't named here follows the English rule.
///
/// Source: CLDR 47, supplemental/plurals.xml, cardinal.
enum PluralCategory {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /// The end of a key in the strings file, such as `one` in `chats.unread.one`.
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Which form a number takes.
    ///
    /// @param count at least 0
    static PluralCategory of(Locale locale, long count) {
        return switch (locale.getLanguage()) {
            case "id", "ja", "ko", "ms", "th", "vi", "zh" -> OTHER;
            case "fr", "pt" -> count <= 1 ? ONE : OTHER;
            case "ar" -> arabic(count);
            case "cs", "sk" -> count == 1 ? ONE : count >= 2 && count <= 4 ? FEW : OTHER;
            case "he" -> count == 1 ? ONE : count == 2 ? TWO : OTHER;
            case "pl" -> count == 1 ? ONE : endsInFew(count) ? FEW : MANY;
            case "be", "ru", "uk" -> endsInOne(count) ? ONE : endsInFew(count) ? FEW : MANY;
            default -> count == 1 ? ONE : OTHER;
        };
    }

    private static PluralCategory arabic(long count) {
        long end = count % 100;
        if (count <= 2) {
            return count == 0 ? ZERO : count == 1 ? ONE : TWO;
        }
        return end >= 3 && end <= 10 ? FEW : end >= 11 ? MANY : OTHER;
    }

    private static boolean endsInOne(long count) {
        return count % 10 == 1 && count % 100 != 11;
    }

    private static boolean endsInFew(long count) {
        long last = count % 10;
        long end = count % 100;
        return last >= 2 && last <= 4 && (end < 12 || end > 14);
    }
}
