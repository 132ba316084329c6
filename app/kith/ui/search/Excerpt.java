package kith.ui.search;

import kith.model.TextRange;

import java.util.List;

/// The part of a message round the first mark, in one paragraph.
///
/// @param marks in the excerpt, in order
record Excerpt(String text, List<TextRange> marks) {

    private static final int LONGEST = 240;

    /// Cuts a text where it is long.
    static Excerpt of(String body, List<TextRange> marks) {
        return of(body, marks, LONGEST);
    }

    /// Cuts a text where it is longer; a quarter of what is left, or less, is before the first of
    /// the marks.
    ///
    /// @param longest in UTF-16 units, without the ellipses
    static Excerpt of(String body, List<TextRange> marks, int longest) {
        int before = longest / 4;
        int first = marks.isEmpty() ? 0 : marks.getFirst().start();
        int start = first <= before ? 0 : wordFrom(body, first - before, first - before / 2);
        int end = Math.min(body.length(), start + longest);
        if (end < body.length() && Character.isLowSurrogate(body.charAt(end))) {
            end--;
        }
        var leading = start == 0 ? "" : "…";
        var trailing = end == body.length() ? "" : "…";
        var text = leading + body.substring(start, end).replaceAll("\\s", " ") + trailing;
        int shift = leading.length() - start;
        int last = end;
        var shown =
                marks.stream()
                        .filter(mark -> mark.end() <= last)
                        .map(mark -> new TextRange(mark.start() + shift, mark.end() + shift))
                        .toList();
        return new Excerpt(text, shown);
    }

    /// Where the next word begins, if that is before an index; never in the middle of a character.
    private static int wordFrom(String body, int from, int to) {
        int space = body.indexOf(' ', from);
        if (space >= 0 && space < to) {
            return space + 1;
        }
        return Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
    }
}
