package kith.ui.composer;

/// Parts of a text that are meant as they are typed: code and addresses of pages.
final class Verbatim {

    private static final String BLOCK = "```"; // XEP-0393 §6.1.2

    private Verbatim() {}

    /// Whether what is typed at a place is part of one.
    ///
    /// @param at how many `char`s are before it
    static boolean isAt(String text, int at) {
        var before = text.substring(0, at);
        return isInBlock(before) || isInSpan(before) || isInLink(before);
    }

    /// A block is open from a line that begins it to the next that begins so too.
    private static boolean isInBlock(String before) {
        return before.lines().filter(line -> line.startsWith(BLOCK)).count() % 2 == 1;
    }

    /// A span ends with its line (XEP-0393 §5.3).
    private static boolean isInSpan(String before) {
        var line = before.substring(before.lastIndexOf('\n') + 1);
        return line.chars().filter(character -> character == '`').count() % 2 == 1;
    }

    private static boolean isInLink(String before) {
        int start = before.length();
        while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) {
            start--;
        }
        var word = before.substring(start);
        return word.contains("://")
                || word.startsWith("www.")
                || word.startsWith("xmpp:")
                || word.startsWith("mailto:");
    }
}
