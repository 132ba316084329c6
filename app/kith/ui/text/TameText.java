package kith.ui.text;

import java.util.regex.Pattern;

/// What somebody wrote, without what would harm its surroundings.
public final class TameText {

    /// No language stacks more marks on a letter; thousands of them draw over everything around and
    /// take seconds to lay out.
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{8})\\p{M}++");

    /// With those that say in which direction others go: what is behind them goes with them, the
    /// room that is kept for the time, too, and on Linux the toolkit draws them as boxes
    /// ([OwnDirection]).
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private TameText() {}

    /// The text without control characters and heaps of marks.
    public static String of(String text) {
        var lines = text.replace("\r\n", "\n");
        var tame = CONTROLS.matcher(lines).replaceAll("");
        return STACKED_MARKS.matcher(tame).replaceAll("$1");
    }
}
