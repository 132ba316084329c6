package kith.ui.composer;

import kith.model.TextRange;

import java.util.List;

/// Where words of a text are after it has changed in one place. Those that have changed are gone.
final class MovedRanges {

    private MovedRanges() {}

    static List<TextRange> of(List<TextRange> ranges, String before, String now) {
        if (ranges.isEmpty()) {
            return ranges;
        }
        int most = Math.min(before.length(), now.length());
        int same = 0;
        while (same < most && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        int behind = 0;
        while (behind < most - same
                && before.charAt(before.length() - 1 - behind)
                        == now.charAt(now.length() - 1 - behind)) {
            behind++;
        }
        int start = same;
        int end = before.length() - behind;
        int by = now.length() - before.length();
        return ranges.stream()
                .filter(range -> range.end() <= start || range.start() >= end)
                .map(range -> range.end() <= start ? range : moved(range, by))
                .filter(range -> isGap(now, range.start() - 1) && isGap(now, range.end()))
                .toList();
    }

    /// Whether no word goes on there.
    private static boolean isGap(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static TextRange moved(TextRange range, int by) {
        return new TextRange(range.start() + by, range.end() + by);
    }
}
