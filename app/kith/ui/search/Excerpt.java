package kith.ui.search;

import kith.model.TextRange;

import java.util.List;

/// The part of a message round the first mark, in one paragraph.
///
/// @param marks in the excerpt, in order
record Excerpt(String text, List<TextRange> marks) {

    /// So much before the first mark.
    private static final int BEFORE = 60;

    private static final int LONGEST = 240;

    /// Cuts a text where it is long.
    static Excerpt of(String body, List<TextRange> marks) {
        int first = marks.isEmpty() ? 0 : marks.getFirst().start();
        int start = first <= BEFORE ? 0 : wordBefore(body, first - BEFORE);
        int end = Math.min(body.length(), start + LONGEST);
        if (end < body.length() && Character.isLowSurrogate(body.charAt(end))) {
            end--;
        }
        var before = start == 0 ? "" : "…";
        var after = end == body.length() ? "" : "…";
        var text = before + body.substring(start, end).replaceAll("\\s", " ") + after;
        int shift = before.length() - start;
        int last = end;
        var shown =
                marks.stream()
                        .filter(mark -> mark.end() <= last)
                        .map(mark -> new TextRange(mark.start() + shift, mark.end() + shift))
                        .toList();
        return new Excerpt(text, shown);
    }

    /// Where the next word begins, if that is near; never in the middle of a character.
    private static int wordBefore(String body, int from) {
        int space = body.indexOf(' ', from);
        if (space >= 0 && space < from + BEFORE / 2) {
            return space + 1;
        }
        return Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
    }
}
