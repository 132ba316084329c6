package kith.ui.text;

import java.util.List;

/// A line of a styled text: a plain block, or one line of a preformatted one (XEP-0393 §6.1).
///
/// @param start of the line in the text
/// @param end of the line in the text, before its line feed
/// @param content where it begins after the marks of the quotations it is in
/// @param depth in how many quotations it is
/// @param spans from `content` to `end` without gaps; none for an empty line
public record StyledLine(
        int start, int end, int content, int depth, Kind kind, List<StyledSpan> spans) {

    /// What a line is to its block.
    public enum Kind {
        PLAIN,
        /// Begins a preformatted block. What stands behind the three grave accents is not part of
        /// it; by custom it names the language.
        FENCE_START,
        CODE,
        FENCE_END
    }

    /// Whether it belongs to a preformatted block.
    public boolean isPreformatted() {
        return kind != Kind.PLAIN;
    }

    /// Whether nothing but white space is in it.
    public boolean isBlank(CharSequence text) {
        return text.subSequence(content, end).chars().allMatch(c -> Spaces.isSpace((char) c));
    }
}
