package kith.ui.text;

import java.util.regex.Pattern;

/// The beginning of a text on one line, for a place that shows no more; without what would harm its
/// surroundings ([TameText]).
public final class OneLine {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// More than fits in the widest list; what comes after it is not looked at.
    private static final int MAX_LENGTH = 200;

    private OneLine() {}

    /// The text without line breaks and other long gaps.
    public static String of(String text) {
        var start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        return SPACE.matcher(TameText.of(start).strip()).replaceAll(" ");
    }
}
