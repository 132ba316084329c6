package kith.ui.text;

import java.util.regex.Pattern;

/// How Kith writes the name of a file: on one line, and a long one without its middle, because what
/// it is stands at its end.
public final class FileNames {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\h\\v]+");
    private static final int MOST = 64;
    private static final int START = 40;

    private FileNames() {}

    /// The name, at most [#MOST] code points of it.
    public static String brief(String name) {
        var line = INVISIBLE.matcher(name).replaceAll(" ").strip();
        int count = line.codePointCount(0, line.length());
        if (count <= MOST) {
            return line;
        }
        int end = line.offsetByCodePoints(0, START);
        int from = line.offsetByCodePoints(0, count - (MOST - START - 1));
        return line.substring(0, end) + "…" + line.substring(from);
    }
}
