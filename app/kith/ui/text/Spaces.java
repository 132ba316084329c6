package kith.ui.text;

/// White space as XEP-0393 §4 means it.
final class Spaces {

    private Spaces() {}

    /// Whether it has the property `White_Space` or is in category Z. All such are single chars.
    static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }
}
