package kith.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.ui.text.OneLine;

import java.util.regex.Pattern;

/// A name for a file that fits any file system, without its ending.
final class FileName {

    /// What some file system has no place for in a name, and what nobody sees.
    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]");

    private static final int LONGEST = 80;

    /// In UTF-8, as most file systems count: 255 with the dot, the ending, and some room.
    private static final int MOST_BYTES = 240;

    /// What Windows takes for a device, whatever follows after a dot.
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])(\\..*)?");

    private FileName() {}

    /// What the file of a chat could be called.
    static String of(String title) {
        var fit = UNFIT.matcher(OneLine.of(title)).replaceAll("_");
        var bare = brief(fit).strip().replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty()) {
            return "chat";
        }
        return DEVICE.matcher(bare).matches() ? "_" + bare : bare;
    }

    private static String brief(String name) {
        int count = Math.min(LONGEST, name.codePointCount(0, name.length()));
        var brief = name.substring(0, name.offsetByCodePoints(0, count));
        while (brief.getBytes(UTF_8).length > MOST_BYTES) {
            brief = brief.substring(0, brief.offsetByCodePoints(brief.length(), -1));
        }
        return brief;
    }
}
